/**
 * Surnames by rank with weights, and given-name characters by sex and time of birth. Source: ranked
 * lists of 內政部 全國姓名統計 (OGDL), by way of full-name-generator 1153b470 (MIT); weights follow the
 * rank. Combinations are synthetic.
 */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ['陳', 111],
  ['林', 83],
  ['黃', 60],
  ['張', 53],
  ['李', 51],
  ['王', 41],
  ['吳', 40],
  ['劉', 32],
  ['蔡', 29],
  ['楊', 27],
  ['許', 23],
  ['鄭', 19],
  ['謝', 18],
  ['洪', 15],
  ['郭', 15],
  ['邱', 15],
  ['曾', 14],
  ['廖', 13],
  ['賴', 13],
  ['徐', 12],
  ['周', 12],
  ['葉', 12],
  ['蘇', 11],
  ['莊', 10],
  ['呂', 9],
  ['江', 9],
  ['何', 9],
  ['蕭', 8],
  ['羅', 9],
  ['高', 8],
  ['潘', 9],
  ['簡', 7],
  ['朱', 7],
  ['鍾', 7],
  ['游', 6],
  ['彭', 6],
  ['詹', 6],
  ['胡', 6],
  ['施', 5],
  ['沈', 5],
  ['余', 5],
  ['盧', 5],
  ['梁', 4],
  ['趙', 4],
  ['顏', 4],
  ['柯', 4],
  ['翁', 4],
  ['魏', 4],
  ['孫', 4],
  ['戴', 4],
  ['范', 4],
  ['方', 4],
  ['宋', 4],
  ['鄧', 3],
  ['杜', 3],
  ['傅', 3],
  ['侯', 3],
  ['薛', 3],
  ['阮', 2],
  ['丁', 2],
  ['卓', 2],
  ['古', 2],
  ['涂', 2],
  ['龔', 2],
]

/** Characters of given names of people born before `until` (Gregorian year). */
export interface GivenCharacters {
  readonly until: number
  readonly first: string
  readonly second: string
}

export const MEN: readonly GivenCharacters[] = [
  { until: 1950, first: '金進文正武義明國榮永', second: '雄財發龍義輝德成昌華興欽章彬' },
  { until: 1985, first: '志建俊家文明國信世宗', second: '明宏傑豪偉強成銘賢華忠雄榮志' },
  { until: 3000, first: '承冠宗柏彥宇子哲仁威博嘉', second: '翰宇廷恩霖翔軒諺維佑瑋凱' },
]

export const WOMEN: readonly GivenCharacters[] = [
  { until: 1950, first: '秀玉月素金春寶美', second: '英蘭鳳珠琴梅枝蓮霞雲香娥' },
  { until: 1985, first: '淑美麗雅惠慧碧秀', second: '芬惠玲華貞娟珍卿雲敏慧珠' },
  { until: 3000, first: '怡雅欣佳詩宜鈺心靜思', second: '婷君雯涵蓁怡蓉萍儀妤恩潔' },
]

/** Personal and clan names usual among the peoples of the three mountain districts; synthetic pairs. */
export const TRADITIONAL_MEN: readonly (readonly [string, string])[] = [
  ['比雍', 'Biung'],
  ['迪昂', 'Tiang'],
  ['達虎', 'Dahu'],
  ['烏瑪夫', 'Umav'],
  ['胡頌', 'Husung'],
  ['拉虎', 'Lahu'],
]
export const TRADITIONAL_WOMEN: readonly (readonly [string, string])[] = [
  ['伊布', 'Ibu'],
  ['莎薇', 'Savi'],
  ['阿布絲', 'Abus'],
  ['朗固絲', 'Langus'],
  ['布妮', 'Puni'],
  ['娃莉', 'Vali'],
]
export const CLANS: readonly (readonly [string, string])[] = [
  ['伊斯坦大', 'Istanda'],
  ['塔給斯維萊南', 'Takisvilainan'],
  ['伊斯利端', 'Islituan'],
  ['巴拉拉菲', 'Palalavi'],
  ['達給魯頓', 'Takiludun'],
]

/** Former names of new immigrants, beside the Chinese one: synthetic pairs. */
export const IMMIGRANT_LATIN: readonly string[] = [
  'NGUYEN THI HOA',
  'TRAN THI LAN',
  'LE THI MAI',
  'PHAM THI THU',
  'SITI RAHAYU',
  'DEWI LESTARI',
]
