/** A version `v` as `standardOfVersion` takes it, in one column. */
export const STORED_VERSION = `json_build_object('itemCode', v.item_code, 'name', v.name, 'nameEn', v.name_en,
  'category', v.category, 'theme', v.theme, 'level', v.level, 'handlingKind', v.handling_kind,
  'closure', v.closure, 'promisedDays', v.promised_days, 'dayUnit', v.day_unit,
  'statutoryDays', v.statutory_days, 'statutoryDayUnit', v.statutory_day_unit,
  'onTheSpotMinutes', v.on_the_spot_minutes, 'content', v.content)`;
