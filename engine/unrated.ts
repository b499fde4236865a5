/** What stands beside a row that names no account. No class of a preset may be called so. */
export const UNRATED = "Unrated";
