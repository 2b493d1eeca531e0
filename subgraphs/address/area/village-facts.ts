/**
 * Villages 里 of the nine rural districts of Kaohsiung, in the order of their codes: the first of a
 * district has the village code `<town code>001`. Source: kiang/tw_population (MOI), which agrees with
 * the monthly counts of May 2018.
 */
export const VILLAGES_OF_TOWNS: Readonly<Record<string, string>> = {
  '64000300':
    '太平里 大德里 湄洲里 圓富里 中正里 大林里 上洲里 新光里 南勝里 中寮里 東平里 東昌里 竹峰里 瑞吉里 永和里 三協里 鯤洲里 大山里 中洲里 南洲里 廣福里',
  '64000310':
    '福安里 合和里 祿興里 中壇里 德興里 龍山里 獅山里 龍肚里 廣德里 興隆里 中圳里 東門里 泰安里 瀰濃里 清水里 吉洋里 吉和里 吉東里 廣林里',
  '64000320': '新威里 新興里 新寮里 新發里 荖濃里 六龜里 義寶里 興龍里 中興里 寶來里 文武里 大津里',
  '64000330': '東安里 西安里 和安里 大田里 寶隆里 關山里 小林里',
  '64000340': '杉林里 木梓里 集來里 新庄里 上平里 月眉里 月美里 大愛里',
  '64000350':
    '溝坪里 金竹里 永富里 永吉里 永興里 石坑里 內門里 內豊里 觀亭里 中埔里 內東里 內南里 東埔里 三平里 木柵里 內興里 瑞山里 光興里',
  '64000360': '茂林里 萬山里 多納里',
  '64000370': '桃源里 寶山里 建山里 高中里 勤和里 復興里 拉芙蘭里 梅山里',
  '64000380': '達卡努瓦里 瑪雅里 南沙魯里',
}
