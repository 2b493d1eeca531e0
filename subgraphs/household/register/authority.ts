/** The office that keeps the register: Qishan Household Registration Office. */
export const AUTHORITY = Object.freeze({ code: 'QS_HRO', name: '高雄市旗山戶政事務所' })
