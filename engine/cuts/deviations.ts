/**
 * Sums of squared deviations from the mean, of any run of ascending points, each in constant time.
 *
 * They are differences of running sums, which lose every digit where a class is narrow and stands far from zero. So each
 * sum is kept in two numbers, the second what the first lost.
 * (T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971.)
 */
export class Deviations {
  readonly #counts: Float64Array;
  readonly #sums: Float64Array;
  readonly #sumTails: Float64Array;
  readonly #squares: Float64Array;
  readonly #squareTails: Float64Array;

  /** `counts` says how often each point occurs. Points are near one or smaller, and not negative. */
  constructor(points: Float64Array, counts: Int32Array) {
    const size = points.length + 1; // entry i is the sum of points 0 to i - 1
    this.#counts = new Float64Array(size);
    this.#sums = new Float64Array(size);
    this.#sumTails = new Float64Array(size);
    this.#squares = new Float64Array(size);
    this.#squareTails = new Float64Array(size);
    let [sum, sumTail, squares, squareTail] = [0, 0, 0, 0];
    points.forEach((point, i) => {
      const count = counts[i] ?? 0;
      const square = point * point;
      const lost = lostInProduct(square, point, point);
      for (let each = 0; each < count; each++) {
        const [nextSum, nextSquares]: [number, number] = [sum + point, squares + square];
        sumTail += lostInSum(nextSum, sum, point);
        squareTail += lostInSum(nextSquares, squares, square) + lost;
        [sum, squares] = [nextSum, nextSquares];
      }
      this.#counts[i + 1] = this.#counts[i]! + count; // i + 1 < size
      this.#sums[i + 1] = sum;
      this.#sumTails[i + 1] = sumTail;
      this.#squares[i + 1] = squares;
      this.#squareTails[i + 1] = squareTail;
    });
  }

  /** Of points `from` to `to - 1`: their sum of squares less the square of their sum by their number; 0 for one point. */
  of(from: number, to: number): number {
    if (to - from < 2) return 0;
    // from and to are between 0 and the number of points, and the arrays have one entry more
    const count = this.#counts[to]! - this.#counts[from]!;
    const squares = this.#squares[to]! - this.#squares[from]!;
    const squareTail =
      lostInSum(squares, this.#squares[to]!, -this.#squares[from]!) +
      (this.#squareTails[to]! - this.#squareTails[from]!);
    const difference = this.#sums[to]! - this.#sums[from]!;
    const lost =
      lostInSum(difference, this.#sums[to]!, -this.#sums[from]!) + (this.#sumTails[to]! - this.#sumTails[from]!);
    const sum = difference + lost;
    const sumTail = lostInSum(sum, difference, lost);
    const square = sum * sum;
    const mean = square / count;
    const product = mean * count;
    const left = square - product - lostInProduct(product, mean, count); // of the division
    const meanTail = (left + lostInProduct(square, sum, sum) + 2 * sum * sumTail) / count;
    return Math.max(0, squares - mean + (squareTail - meanTail));
  }
}

/** What `sum` lacks of a + b. */
function lostInSum(sum: number, a: number, b: number): number {
  const added = sum - a;
  return a - (sum - added) + (b - added);
}

/** 2 ** 27 + 1 cuts the 53 digits of a number into two halves, whose products are exact. */
const HALVES = 134217729;

/** What `product` lacks of a × b. */
function lostInProduct(product: number, a: number, b: number): number {
  const [wideA, wideB]: [number, number] = [a * HALVES, b * HALVES];
  const [highA, highB]: [number, number] = [wideA - (wideA - a), wideB - (wideB - b)];
  const [lowA, lowB]: [number, number] = [a - highA, b - highB];
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
