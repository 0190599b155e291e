/** Keys of each row, and, by their place, those above and below. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(a: string, b: string): boolean {
  const [rowA, rowB] = [a, b].map((key) => rows.findIndex((row) => row.includes(key)));
  if (rowA === undefined || rowB === undefined || rowA < 0 || rowB < 0) return false;
  const apart = (rows[rowA]?.indexOf(a) ?? 0) - (rows[rowB]?.indexOf(b) ?? 0);
  return Math.abs(rowA - rowB) <= 1 && Math.abs(apart) <= 1;
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;

/**
 * How many slips of the finger lie between two words: a letter left out, doubled, swapped with the next, or taken
 * from the key beside it is one. A letter from elsewhere on the keyboard is two: that is rather another word.
 *
 * @see {@link https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance Optimal string alignment}
 */
export function typingDistance(typed: string, meant: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= meant.length; j += 1) {
      const [a, b] = [typed.charAt(i - 1), meant.charAt(j - 1)];
      const replaced = a === b ? 0 : areNeighbours(a, b) ? 1 : 2;
      const isSwapped = a === meant.charAt(j - 2) && b === typed.charAt(i - 2);
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + replaced,
          isSwapped ? at(beforeLast, j - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, meant.length);
}
