import type { IconComponent } from './icons';
type Props = {
  of: IconComponent;
  size?: 'small' | 'medium' | 'large';
  className?: string;
};

const SIZE_PX = { small: 14, medium: 16, large: 28 } as const;

/** An icon beside a text that says the same: hidden from screen readers. */
export function Icon({ of: Glyph, size = 'medium', className }: Props) {
  const sizeRem = `${SIZE_PX[size] / 16}rem`;
  return (
    <Glyph
      aria-hidden="true"
      focusable="false"
      width={sizeRem}
      height={sizeRem}
      strokeWidth={size === 'large' ? 1.5 : 1.9}
      className={className}
    />
  );
}
