// Mantine in our colours, type and measures.
import { createTheme, Modal, Tooltip } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const indigo: MantineColorsTuple = ['#eceefb', '#dcdff8', '#b9bff0', '#959ee8', '#767fe0', '#5b63d3', '#4648b8', '#38389a', '#2d2d7d', '#222261'];
/** Our dark surfaces, so that Mantine's menus and fields are of the same grey: text first, ground last. */
const dark: MantineColorsTuple = ['#e6e8ee', '#c4c9d4', '#a3a9b8', '#6b7284', '#3a4050', '#2c313d', '#20242e', '#1a1d25', '#13151b', '#0f1116'];
const family = '"Noto Sans", "Noto Sans Devanagari", sans-serif';

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 5 },
  colors: { indigo, dark },
  fontFamily: family,
  headings: { fontFamily: family, fontWeight: '600', sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '16px', lineHeight: '24px' }, h3: { fontSize: '14px', lineHeight: '22px' } } },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Modal: Modal.extend({ defaultProps: { radius: 'md', centered: true, transitionProps: { duration: 100 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 80 }, withArrow: true } }),
    Badge: { defaultProps: { tt: 'none', fw: 600, fz: 12, size: 'md' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
  },
});

/** Mantine's own surfaces take our tokens, so that both themes have one source. */
export const cssVariables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-dim)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-placeholder': 'var(--text-dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--critical)',
    '--mantine-color-indigo-text': 'var(--accent)',
    '--mantine-color-indigo-light': 'var(--accent-soft)',
    '--mantine-color-indigo-light-color': 'var(--accent)',
    '--mantine-color-indigo-outline': 'var(--accent)',
  };
  return { variables: {}, light: ours, dark: ours };
};
