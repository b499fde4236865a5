import type { Random } from "./random";

export const INDUSTRIES = [
  { name: "Logistics", ending: "Freight" },
  { name: "Food", ending: "Foods" },
  { name: "Health care", ending: "Clinics" },
  { name: "Manufacturing", ending: "Works" },
  { name: "Retail", ending: "Stores" },
  { name: "Energy", ending: "Power" },
  { name: "Software", ending: "Systems" },
  { name: "Finance", ending: "Mutual" },
  { name: "Construction", ending: "Build" },
  { name: "Education", ending: "Academy" },
] as const;

export const PLACES = [
  { country: "United States", region: "Americas" },
  { country: "Canada", region: "Americas" },
  { country: "Brazil", region: "Americas" },
  { country: "United Kingdom", region: "EMEA" },
  { country: "Germany", region: "EMEA" },
  { country: "France", region: "EMEA" },
  { country: "Netherlands", region: "EMEA" },
  { country: "Japan", region: "APAC" },
  { country: "Australia", region: "APAC" },
  { country: "Singapore", region: "APAC" },
] as const;

export const OWNERS = [
  "Ada Brook",
  "Ben Castel",
  "Chidi Obi",
  "Dana Fenn",
  "Elif Aras",
  "Femi Oduya",
  "Greta Holm",
  "Hiro Tanabe",
] as const;

const STARTS =
  "Zor Quelv Brax Trim Vosk Ondr Plim Skarn Jelv Wuth Kreb Morv Yarn Dross Fenk Glim Hesk Ixel Lurn Nuv".split(" ");
const MIDDLES = "a e i o u".split(" ");
const ENDS = "bix dorn fell gath lonk mund nax pell quin rask sund tarn vane wick zell".split(" ");

/** Makes names of companies that do not exist, each once: `Zoradorn Freight`. */
export function companyNames(random: Random): (ending: string) => string {
  const used = new Set<string>();
  return (ending) => {
    for (;;) {
      const word = random.pick(STARTS) + random.pick(MIDDLES) + random.pick(ENDS);
      if (used.has(word)) continue;
      used.add(word);
      return `${word} ${ending}`;
    }
  };
}
