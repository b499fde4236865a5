import * as z from "zod";

// Before any schema is made: the deployed page forbids generated code, and merely trying would be reported as a breach.
z.config({ jitless: true });
