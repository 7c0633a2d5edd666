/** How much of anything is read. Beyond it a file is refused with a problem, quickly. */

export const maxFileBytes = 512 * 1024;
/** Of all files of a base together. */
export const maxTotalBytes = 256 * 1024 * 1024;
/** In one folder. */
export const maxFiles = 20_000;

/** Problems told of one file; whoever mends the first ones sees the next. */
export const maxProblems = 50;

/** Levels of lists and groups; a case, the deepest kind, has five. */
export const maxDepth = 24;

/** What a parser is not even given: brackets open at once, columns of indent, signs of nesting in a line. */
export const maxBrackets = 400;
export const maxIndent = 200;
export const maxNestingSigns = 200;
