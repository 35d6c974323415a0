import { localDateOf, type ItemStandard } from '@yikou/domain';
import type { ItemVersion, OfferingUnitDto } from '../../catalog/index.js';
import type { Frame } from './frame.js';

interface Facts {
  version: ItemVersion;
  offeredBy: readonly OfferingUnitDto[];
  path: string;
}

/** Places that a search engine is told of. */
const MOST_PLACES = 20;

/** The item as schema.org knows it. */
export function serviceData(
  { origin, district }: Frame,
  item: ItemStandard,
  { version, offeredBy, path }: Facts,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: item.name,
    alternateName: item.nameEn || undefined,
    identifier: item.code,
    serviceType: item.themes[0],
    url: origin + path,
    inLanguage: 'zh-CN',
    areaServed: { '@type': 'AdministrativeArea', name: district },
    serviceOperator: {
      '@type': 'GovernmentOrganization',
      name: item.ownerDepartment || item.leadDepartment || district,
    },
    audience: { '@type': 'Audience', audienceType: item.serviceObject },
    isAccessibleForFree: item.fee === null ? undefined : !item.fee.charged,
    dateModified: localDateOf(version.publishedAt),
    version: String(version.number),
    availableChannel: offeredBy.slice(0, MOST_PLACES).map(channelOf),
  };
}

function channelOf({ name, address, telephone, opensAt, closesAt }: OfferingUnitDto): object {
  return {
    '@type': 'ServiceChannel',
    serviceLocation: {
      '@type': 'GovernmentOffice',
      name,
      address: address ?? undefined,
      telephone: telephone ?? undefined,
      openingHours: `Mo-Fr ${opensAt}-${closesAt}`,
    },
  };
}
