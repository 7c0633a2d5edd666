/** ln n! without overflow: summed for small n, Stirling's series beyond. */
export function logFactorial(n: number): number {
  if (n < 32) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const x = n + 1;
  const square = x * x;
  const series = (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
