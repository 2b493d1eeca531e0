/** One township or district. `formerName` stood before 99-12-25 (2010), in 高雄縣. */
export interface TownFact {
  /** 8 digits, `64000330`. */ readonly code: string
  readonly name: string
  readonly english: string
  /** First three digits of the postal code. */ readonly zip: string
  readonly formerName: string | null
}

/**
 * The townships and districts of Kaohsiung and Pingtung. Codes and names: village list of
 * kiang/tw_population (MOI); English and postal codes: stevenyu113228/addr (Chunghwa Post); former
 * names: 高雄縣 as it was until it joined the city on 99-12-25.
 */
export const TOWN_FACTS: readonly TownFact[] = [
  town('64000010', '鹽埕區', 'Yancheng Dist.', '803'),
  town('64000020', '鼓山區', 'Gushan Dist.', '804'),
  town('64000030', '左營區', 'Zuoying Dist.', '813'),
  town('64000040', '楠梓區', 'Nanzi Dist.', '811'),
  town('64000050', '三民區', 'Sanmin Dist.', '807'),
  town('64000060', '新興區', 'Xinxing Dist.', '800'),
  town('64000070', '前金區', 'Qianjin Dist.', '801'),
  town('64000080', '苓雅區', 'Lingya Dist.', '802'),
  town('64000090', '前鎮區', 'Qianzhen Dist.', '806'),
  town('64000100', '旗津區', 'Qijin Dist.', '805'),
  town('64000110', '小港區', 'Xiaogang Dist.', '812'),
  town('64000120', '鳳山區', 'Fengshan Dist.', '830', '鳳山市'),
  town('64000130', '林園區', 'Linyuan Dist.', '832', '林園鄉'),
  town('64000140', '大寮區', 'Daliao Dist.', '831', '大寮鄉'),
  town('64000150', '大樹區', 'Dashu Dist.', '840', '大樹鄉'),
  town('64000160', '大社區', 'Dashe Dist.', '815', '大社鄉'),
  town('64000170', '仁武區', 'Renwu Dist.', '814', '仁武鄉'),
  town('64000180', '鳥松區', 'Niaosong Dist.', '833', '鳥松鄉'),
  town('64000190', '岡山區', 'Gangshan Dist.', '820', '岡山鎮'),
  town('64000200', '橋頭區', 'Qiaotou Dist.', '825', '橋頭鄉'),
  town('64000210', '燕巢區', 'Yanchao Dist.', '824', '燕巢鄉'),
  town('64000220', '田寮區', 'Tianliao Dist.', '823', '田寮鄉'),
  town('64000230', '阿蓮區', 'Alian Dist.', '822', '阿蓮鄉'),
  town('64000240', '路竹區', 'Luzhu Dist.', '821', '路竹鄉'),
  town('64000250', '湖內區', 'Hunei Dist.', '829', '湖內鄉'),
  town('64000260', '茄萣區', 'Qieding Dist.', '852', '茄萣鄉'),
  town('64000270', '永安區', "Yong'an Dist.", '828', '永安鄉'),
  town('64000280', '彌陀區', 'Mituo Dist.', '827', '彌陀鄉'),
  town('64000290', '梓官區', 'Ziguan Dist.', '826', '梓官鄉'),
  town('64000300', '旗山區', 'Qishan Dist.', '842', '旗山鎮'),
  town('64000310', '美濃區', 'Meinong Dist.', '843', '美濃鎮'),
  town('64000320', '六龜區', 'Liugui Dist.', '844', '六龜鄉'),
  town('64000330', '甲仙區', 'Jiaxian Dist.', '847', '甲仙鄉'),
  town('64000340', '杉林區', 'Shanlin Dist.', '846', '杉林鄉'),
  town('64000350', '內門區', 'Neimen Dist.', '845', '內門鄉'),
  town('64000360', '茂林區', 'Maolin Dist.', '851', '茂林鄉'),
  town('64000370', '桃源區', 'Taoyuan Dist.', '848', '桃源鄉'),
  town('64000380', '那瑪夏區', 'Namaxia Dist.', '849', '那瑪夏鄉'),
  town('10013010', '屏東市', 'Pingtung City', '900'),
  town('10013020', '潮州鎮', 'Chaozhou Township', '920'),
  town('10013030', '東港鎮', 'Donggang Township', '928'),
  town('10013040', '恆春鎮', 'Hengchun Township', '946'),
  town('10013050', '萬丹鄉', 'Wandan Township', '913'),
  town('10013060', '長治鄉', 'Changzhi Township', '908'),
  town('10013070', '麟洛鄉', 'Linluo Township', '909'),
  town('10013080', '九如鄉', 'Jiuru Township', '904'),
  town('10013090', '里港鄉', 'Ligang Township', '905'),
  town('10013100', '鹽埔鄉', 'Yanpu Township', '907'),
  town('10013110', '高樹鄉', 'Gaoshu Township', '906'),
  town('10013120', '萬巒鄉', 'Wanluan Township', '923'),
  town('10013130', '內埔鄉', 'Neipu Township', '912'),
  town('10013140', '竹田鄉', 'Zhutian Township', '911'),
  town('10013150', '新埤鄉', 'Xinpi Township', '925'),
  town('10013160', '枋寮鄉', 'Fangliao Township', '940'),
  town('10013170', '新園鄉', 'Xinyuan Township', '932'),
  town('10013180', '崁頂鄉', 'Kanding Township', '924'),
  town('10013190', '林邊鄉', 'Linbian Township', '927'),
  town('10013200', '南州鄉', 'Nanzhou Township', '926'),
  town('10013210', '佳冬鄉', 'Jiadong Township', '931'),
  town('10013220', '琉球鄉', 'Liuqiu Township', '929'),
  town('10013230', '車城鄉', 'Checheng Township', '944'),
  town('10013240', '滿州鄉', 'Manzhou Township', '947'),
  town('10013250', '枋山鄉', 'Fangshan Township', '941'),
  town('10013260', '三地門鄉', 'Sandimen Township', '901'),
  town('10013270', '霧臺鄉', 'Wutai Township', '902'),
  town('10013280', '瑪家鄉', 'Majia Township', '903'),
  town('10013290', '泰武鄉', 'Taiwu Township', '921'),
  town('10013300', '來義鄉', 'Laiyi Township', '922'),
  town('10013310', '春日鄉', 'Chunri Township', '942'),
  town('10013320', '獅子鄉', 'Shizi Township', '943'),
  town('10013330', '牡丹鄉', 'Mudan Township', '945'),
]

function town(
  code: string,
  name: string,
  english: string,
  zip: string,
  formerName: string | null = null,
): TownFact {
  return { code, name, english, zip, formerName }
}
