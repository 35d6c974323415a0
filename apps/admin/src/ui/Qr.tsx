import { QRCode } from 'antd';
import { tokens } from './theme';

interface Props {
  path: string;
  label: string;
  size?: number;
}

/** A code for an address of this site. */
export function Qr({ path, label, size = 128 }: Props) {
  return (
    <figure className="qr">
      <QRCode
        type="svg"
        size={size}
        bordered={false}
        color={tokens.ink}
        value={new URL(path, window.location.origin).href}
        marginSize={1}
        aria-label={label}
      />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
