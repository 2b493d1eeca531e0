/** Under what the plates are published: of the data sets they came from. */
export const LICENCE = {
  name: '政府資料開放授權條款－第1版',
  english: 'Open Government Data License, version 1.0',
  spdx: 'OGDL-Taiwan-1.0',
  url: 'https://data.gov.tw/license',
} as const

/** Where the plates came from, as the licence wants it told. That the licence covers them is assumed. */
export const SOURCES = [
  { provider: '高雄市政府', name: '門牌資料', dataset: 'https://data.gov.tw/dataset/172400' },
  { provider: '屏東縣政府', name: '門牌資料', dataset: 'https://data.gov.tw/dataset/170847' },
] as const

/**
 * The text that goes along with every copy: licence, its conditions in short, and the attribution 顯名聲明
 * that its annex asks for, of the year of the data.
 */
export function licenceText(year: string): string {
  const attributions = SOURCES.map(
    ({ name, provider, dataset }) => `${provider} ${year} ${name} ${dataset}`,
  )
  return `${LICENCE.name} (${LICENCE.english}, SPDX ${LICENCE.spdx})
${LICENCE.url}

顯名聲明 Attribution (keep these lines with every copy and everything made of it)
${attributions.join('\n')}
此開放資料依政府資料開放授權條款 (Open Government Data License) 進行公眾釋出，使用者於遵守本條款各項規定之前提下，得利用之。
政府資料開放授權條款：${LICENCE.url}

In short; the licence at its address is what counts:
- Anyone may copy, change, publish and sell it, everywhere, for any purpose, without asking or paying (二).
- Whoever uses it must show the attribution; without it the licence was never given (三).
- Patents and trademarks are not licensed (二). Errors are mended when they are known; nothing is warranted (六).
- Use under CC BY 4.0 fulfils it (四). The law of the Republic of China (Taiwan) applies (七).

Rows marked is_synthetic are made up for the sample and are no one's data. No owner, resident or household is in it.
`
}
