import * as z from "zod";

// Before any schema is made, so the first thing that the page loads: the deployed page forbids generated code, and merely trying would be reported as a breach.
z.config({ jitless: true });
