/**
 * A tax or surcharge in whole TWD: what is below one dollar is dropped (元以下捨去). The direction of
 * rounding is our reading of practice, certainty `unsure`; this is the one place that decides it.
 */
export function wholeTwd(numerator: number, denominator: number): number {
  return Math.floor(numerator / denominator)
}
