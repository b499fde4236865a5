/** What stands beside a row that names no account. No class of a preset may be called so. */
export const UNRATED = "Unrated";

/** What stands beside an account that an override takes out. A gate may turn accounts away under the same word. */
export const EXCLUDED = "Excluded";
