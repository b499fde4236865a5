import { createRoot } from "react-dom/client";
import { Playground } from "./Playground";
import { startHost } from "./startHost";

const host = startHost();
const place = document.getElementById("page");
if (place) void host.openSample(1).then(() => createRoot(place).render(<Playground host={host} />));
