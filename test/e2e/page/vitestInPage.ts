import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

/** As much of vitest as cases need that run in a page, under its names. What is defined here runs when it is asked to. */
export const cases: Case[] = [];

export interface Case {
  name: string;
  check: () => Promise<void>;
}

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
export const expect = chai.expect;

const around: string[] = [];

export function describe(name: string, define: () => void): void {
  around.push(name);
  define();
  around.pop();
}

export function test(name: string, check: () => Promise<void>): void {
  cases.push({ name: [...around, name].join(" > "), check });
}
