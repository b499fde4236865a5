import { writeFileSync } from "node:fs";
import { reference } from "./markdown";

writeFileSync(new URL("../../../docs/reference.md", import.meta.url), await reference());
