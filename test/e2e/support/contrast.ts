import type { Locator } from 'playwright-core';

/** The little of the DOM that is read in the page; the project does not compile for a DOM. */
interface PageElement {
  readonly parentElement: PageElement | null;
}
interface PageStyles {
  readonly getComputedStyle: (element: PageElement) => {
    readonly color: string;
    readonly backgroundColor: string;
  };
}

/** Red, green and blue from 0 to 255, then how opaque it is from 0 to 1. */
type Colour = readonly [number, number, number, number];

/**
 * The contrast between the colour of each element and what is painted behind it, from 1 to 21, as WCAG
 * 2.2 defines it. For icons: axe knows of texts only. All are looked at in one moment: a row that is
 * drawn anew meanwhile would have no colour any more.
 */
export async function contrastsOf(elements: Locator): Promise<readonly number[]> {
  const looks = await elements.evaluateAll((found: readonly PageElement[]) => {
    const { getComputedStyle } = globalThis as unknown as PageStyles;
    return found.map(element => {
      const behind: string[] = [];
      for (let each: PageElement | null = element; each; each = each.parentElement) {
        behind.push(getComputedStyle(each).backgroundColor);
      }
      return { colour: getComputedStyle(element).color, behind };
    });
  });
  return looks.map(({ colour, behind }) => contrast(parseColour(colour), behind.map(parseColour)));
}

function contrast(colour: Colour, behind: readonly Colour[]): number {
  const white: Colour = [255, 255, 255, 1];
  const background = behind.reduceRight(over, white);
  const lights = [background, over(background, colour)].map(luminance);
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** Reads `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.4)`, which is how a browser says every colour of sRGB. */
function parseColour(text: string): Colour {
  const numbers = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  if (!numbers) {
    throw new Error(`No colour: ${text}`);
  }
  const [, red, green, blue, alpha = 1] = numbers;
  return [Number(red), Number(green), Number(blue), Number(alpha)];
}

function over(below: Colour, [red, green, blue, alpha]: Colour): Colour {
  const mix = (above: number, under: number) => above * alpha + under * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue]
    .map(value => value / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
