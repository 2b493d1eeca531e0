/** 機關 學校 警察 博物館 橋 車站 寺廟 公園 活動中心 */
export type LandmarkKind =
  'OFFICE' | 'SCHOOL' | 'POLICE' | 'MUSEUM' | 'BRIDGE' | 'STATION' | 'TEMPLE' | 'PARK' | 'CENTRE'
