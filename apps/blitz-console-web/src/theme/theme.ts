import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const blitz: MantineColorsTuple = ['#edf1fe', '#dbe2fc', '#b4c1f7', '#8a9ef2', '#6780ed', '#4f6aea', '#4563ea', '#2447d4', '#1b38b0', '#152c8c'];

/** From ink to ground: Mantine's dark theme is made of these. */
const dark: MantineColorsTuple = ['#edf0f7', '#cfd6e4', '#a9b3c7', '#717c94', '#3a4356', '#262d3b', '#1b212d', '#151a24', '#11151d', '#0c0f16'];

/** White on their shades 6 and 7 can be read. */
const red: MantineColorsTuple = ['#fdf0ef', '#fbdedc', '#f5b8b4', '#ef8f89', '#e5655d', '#d94840', '#d13b32', '#b3261e', '#94201a', '#7a1914'];
const green: MantineColorsTuple = ['#e8f6ef', '#d0ecdf', '#a3dcc2', '#6fd3a6', '#3fbd86', '#1f9d6a', '#12805a', '#0b6b47', '#08563a', '#06442e'];

const accent = ['var(--link)', 'var(--accent-soft)'] as const;
const good = ['var(--good)', 'var(--good-soft)'] as const;
const notice = ['var(--notice)', 'var(--notice-soft)'] as const;

/** Ink and ground of pale variants, by Mantine's name. */
const ours: Readonly<Record<string, readonly [string, string]>> = {
  blitz: accent, blue: accent, green: good, teal: good, yellow: notice, orange: notice, red: ['var(--bad)', 'var(--bad-soft)'], gray: ['var(--ink)', 'var(--sunken)'],
};

/** Mantine, in our colours and type. Sizes are Mantine's own. */
export const theme = createTheme({
  primaryColor: 'blitz',
  primaryShade: { light: 7, dark: 6 },
  colors: { blitz, blue: blitz, dark, red, green, teal: green },
  fontFamily: "'Onest Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Mantine's pale variants are too pale to read on their ground, and too loud in the dark.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const [ink, ground] = ours[input.color ?? input.theme.primaryColor] ?? [];
    if (ink === undefined || ground === undefined || !['light', 'subtle', 'transparent', 'outline'].includes(input.variant)) return colours;
    return { ...colours, color: ink, ...(input.variant === 'light' ? { background: ground } : {}) };
  },
  components: {
    // A header in a dialog is no banner of the page.
    Modal: { defaultProps: { centered: true, attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Alert: { defaultProps: { color: 'blitz' } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's quiet text, errors and placeholders are paler than WCAG 2.2 AA wants them. */
export const readableColours: CSSVariablesResolver = () => {
  const readable = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-quiet)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-default-border': 'var(--line)',
  };
  return { variables: {}, light: readable, dark: readable };
};
