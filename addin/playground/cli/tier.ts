import { tier } from "./command";

/** The command `npm run tier`. */
const { argv, stderr, stdout } = process;

// Who reads only the beginning (`| head`) closes the pipe; that is no error.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await tier(argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  ...(stderr.isTTY && { progress: (text: string) => stderr.write(`\r\u001b[K${text}`) }),
});
