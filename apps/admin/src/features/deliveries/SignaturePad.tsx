import { Button } from 'antd';
import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Base64 of the drawn PNG. */
  value?: string | undefined;
  onChange?: (drawn: string | undefined) => void;
}

const SIZE = { width: 480, height: 150 };

/** Draws with pen, finger or mouse; who cannot draw signs on paper. */
export function SignaturePad({ value, onChange }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const across = event.currentTarget.width / box.width;
    const down = event.currentTarget.height / box.height;
    return [(event.clientX - box.left) * across, (event.clientY - box.top) * down] as const;
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = event.currentTarget.getContext('2d');
    if (!pen) return;
    drawing.current = true;
    pen.lineWidth = 2.5;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(...at(event));
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d');
    if (!drawing.current || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange?.(event.currentTarget.toDataURL('image/png').split(',')[1]);
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIZE.width, SIZE.height);
    onChange?.(undefined);
  };
  return (
    <div className="signature-pad">
      <canvas
        ref={canvas}
        {...SIZE}
        role="img"
        aria-label={t(value ? 'deliveries.signed' : 'deliveries.signHere')}
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <Button size="small" disabled={!value} onClick={clear}>
        {t('deliveries.clearSignature')}
      </Button>
    </div>
  );
}
