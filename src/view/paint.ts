/** The roles that text can play. Views name a role, never a color. */
export const roles = [
  'title',
  'heading',
  'term',
  'code',
  'strong',
  'emphasis',
  'dim',
  'good',
  'bad',
  'warning',
  'accent',
  'key',
] as const;

export type Role = (typeof roles)[number];
export type Paint = Readonly<Record<Role, (text: string) => string>>;

const identity = (text: string): string => text;

/** Painting without color is the identity. */
export const plainPaint = Object.fromEntries(roles.map((role) => [role, identity])) as Paint;
