import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { entriesFor } from './nav-entries';

interface Props {
  areasOfWork: readonly string[];
  onChosen?: () => void;
}

export function NavLinks({ areasOfWork, onChosen }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="nav-links">
      {entriesFor(areasOfWork).map(({ area, to, icon }) => (
        <li key={area}>
          <NavLink to={to} onClick={onChosen}>
            {icon}
            {t(`nav.${area}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
