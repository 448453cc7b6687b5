import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const blitz: MantineColorsTuple = ['#edf1fe', '#dbe2fc', '#b4c1f7', '#8a9ef2', '#6780ed', '#4f6aea', '#4563ea', '#2447d4', '#1b38b0', '#152c8c'];

/** From ink to ground: Mantine's dark theme is made of these. */
const dark: MantineColorsTuple = ['#edf0f7', '#cfd6e4', '#a9b3c7', '#717c94', '#3a4356', '#262d3b', '#1b212d', '#151a24', '#11151d', '#0c0f16'];

/** Mantine, in our colours and type. Sizes are Mantine's own. */
export const theme = createTheme({
  primaryColor: 'blitz',
  primaryShade: { light: 7, dark: 6 },
  colors: { blitz, dark },
  fontFamily: "'Onest Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Mantine's light variants are too pale to read on their ground.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const colour = input.color ?? input.theme.primaryColor;
    if (!['light', 'subtle', 'transparent', 'outline'].includes(input.variant) || !(colour in input.theme.colors)) return colours;
    return { ...colours, color: `var(--readable-${colour}, ${colours.color})` };
  },
  components: {
    Modal: { defaultProps: { centered: true } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  },
});

const shades = (shade: number): Record<string, string> =>
  Object.fromEntries(['red', 'green', 'teal', 'yellow', 'orange', 'gray', 'blue', 'grape', 'violet', 'cyan'].map((colour) => [`--readable-${colour}`, `var(--mantine-color-${colour}-${shade})`]));

/** Mantine's quiet text, errors and placeholders are paler than WCAG 2.2 AA wants them. */
export const readableColours: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-default-border': 'var(--line)',
    '--readable-blitz': 'var(--link)',
  };
  return {
    variables: {},
    light: { ...ours, ...shades(9), '--readable-yellow': '#7a4b00', '--readable-orange': '#8a3a00', '--readable-green': '#0b6b47', '--readable-teal': '#0b6b47', '--readable-red': '#b3261e' },
    dark: { ...ours, ...shades(2) },
  };
};
