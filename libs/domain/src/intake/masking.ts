import { checkTelephone } from './telephone.js';
import { typedNumber } from './typed-number.js';

/**
 * What may be shown of personal data by default: GB/T 35273-2020 display de-identification
 * (china-standards §7.3). The full value needs a role, a purpose and an audit event.
 */
const HIDDEN = '*';
/** Of fixed length: it must not tell how long the hidden rest of an address is. */
const HIDDEN_REST = '****';

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 司寇 东方 独孤 南宫 长孙 宇文 轩辕 ' +
    '端木 百里 呼延 东郭 西门 钟离 公冶 公羊 濮阳 澹台 淳于 单于 申屠 太史 闻人 赫连 万俟 拓跋 完颜 ' +
    '第五 鲜于 闾丘 亓官 乐正 左丘 谷梁 梁丘 仲孙 叔孙 贺兰 纳兰 宗政 太叔 巫马 漆雕 壤驷 子车 颛孙'
  ).split(' '),
);

/** 社旗县 is a county, 祥和社区 is below the street. */
const PLACE = '(?:(?!社区)[^省市区县路街巷村号])';
const PROVINCE = `(?:${PLACE}{1,8}(?:省|自治区|特别行政区))?`;
const CITY = `(?:${PLACE}{1,9}?(?:市|自治州|地区|盟))?`;
/** 小区, 校区, 超市 and their like are no division; 红旗区 is one, 红旗 is not. */
const DISTRICT = `(?:${PLACE}{1,10}?(?:(?<![小社院园校属活])区|县|旗(?!区)|(?<![超门集])市))?`;
/** No road within a town's name, lest a road after the town be taken for a street office. */
const TOWN = '(?:(?!社区)[^路街巷村号弄楼室]){1,12}?(?:镇|乡)(?!街道|路)';
const STREET_OFFICE = '(?:(?!社区)[^巷号弄楼室]){1,12}?街道(?:办事处)?';
const UP_TO_THE_STREET = new RegExp(`^${PROVINCE}${CITY}${DISTRICT}(?:${TOWN}|${STREET_OFFICE})?`);

/**
 * The surname, with one star for each further character: 张*, 欧阳**. A name of one character shows
 * none of it, and a name without a Chinese surname (买买提·艾力, John) shows its first character.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const isCompound =
    characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const shown = characters.length < 2 ? 0 : isCompound ? 2 : 1;
  return characters.map((c, i) => (i < shown || c === '·' || c === ' ' ? c : HIDDEN)).join('');
}

/**
 * The first and last four of 18 characters: 4101**********1234. A number of another length, such as
 * a passport's, shows its first and last character only, a very short one nothing.
 */
export function maskIdentityNumber(number: string): string {
  const typed = typedNumber(number);
  if (typed.length === 18) return showEnds(typed, 4, 4);
  return typed.length >= 6 ? showEnds(typed, 1, 1) : HIDDEN.repeat(typed.length);
}

/**
 * A mobile number as 138****1234, a landline as 0371-****1234 without its extension. What is no
 * telephone number is hidden wholly.
 */
export function maskTelephone(telephone: string): string {
  const check = checkTelephone(telephone);
  if (!check.valid) return HIDDEN.repeat(typedNumber(telephone).length);
  if (check.kind === 'MOBILE') return showEnds(check.number, 3, 4);
  const [areaCode = '', local = ''] = check.number.split('-');
  return `${areaCode}-${showEnds(local, 0, 4)}`;
}

const PERSONAL_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/g;

/**
 * Masks identity and mobile numbers inside a text that is kept as it was given, such as the name of a
 * file or a reason for the audit.
 */
export function maskNumbersIn(text: string): string {
  return text.replaceAll(PERSONAL_NUMBER, (number) =>
    number.length === 18 ? maskIdentityNumber(number) : maskTelephone(number),
  );
}

/**
 * The address down to the street or town, the rest as four stars. What cannot be told apart is
 * hidden rather than shown.
 */
export function maskAddress(address: string): string {
  const typed = address.trim();
  const shown = UP_TO_THE_STREET.exec(typed)?.[0] ?? '';
  return shown.length === typed.length ? shown : `${shown}${HIDDEN_REST}`;
}

function showEnds(text: string, first: number, last: number): string {
  const hidden = text.length - first - last;
  return `${text.slice(0, first)}${HIDDEN.repeat(hidden)}${text.slice(text.length - last)}`;
}
