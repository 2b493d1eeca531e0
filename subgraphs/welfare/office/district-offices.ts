/** The district offices 區公所 of Kaohsiung that receive applications, by their code in the register. */
export const DISTRICT_OFFICES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['YANCHENG', '鹽埕'],
    ['GUSHAN', '鼓山'],
    ['ZUOYING', '左營'],
    ['NANZI', '楠梓'],
    ['SANMIN', '三民'],
    ['XINXING', '新興'],
    ['QIANJIN', '前金'],
    ['LINGYA', '苓雅'],
    ['QIANZHEN', '前鎮'],
    ['QIJIN', '旗津'],
    ['XIAOGANG', '小港'],
    ['FENGSHAN', '鳳山'],
    ['LINYUAN', '林園'],
    ['DALIAO', '大寮'],
    ['DASHU', '大樹'],
    ['DASHE', '大社'],
    ['RENWU', '仁武'],
    ['NIAOSONG', '鳥松'],
    ['GANGSHAN', '岡山'],
    ['QIAOTOU', '橋頭'],
    ['YANCHAO', '燕巢'],
    ['TIANLIAO', '田寮'],
    ['ALIAN', '阿蓮'],
    ['LUZHU', '路竹'],
    ['HUNEI', '湖內'],
    ['QIEDING', '茄萣'],
    ['YONGAN', '永安'],
    ['MITUO', '彌陀'],
    ['ZIGUAN', '梓官'],
    ['QISHAN', '旗山'],
    ['MEINONG', '美濃'],
    ['LIUGUI', '六龜'],
    ['JIAXIAN', '甲仙'],
    ['SHANLIN', '杉林'],
    ['NEIMEN', '內門'],
    ['MAOLIN', '茂林'],
    ['TAOYUAN', '桃源'],
    ['NAMAXIA', '那瑪夏'],
  ].map(([code, town]) => [`${code}_DISTRICT`, `高雄市${town}區公所`]),
)

/** The office that receives the applications of a town 區, by the town's name (`甲仙區`). */
export function districtOfficeOf(town: string): string | undefined {
  const name = `高雄市${town}公所`
  return Object.keys(DISTRICT_OFFICES).find((code) => DISTRICT_OFFICES[code] === name)
}
