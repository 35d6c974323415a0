export function nameOf(item: { name: string; nameEn: string }, language: string): string {
  return language === 'en' && item.nameEn ? item.nameEn : item.name;
}
