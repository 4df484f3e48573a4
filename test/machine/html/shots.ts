import { writeFileSync } from 'node:fs'
import type { Page } from '../support/browser.ts'

export interface Look {
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
  readonly media?: 'print'
}

export async function dress(page: Page, { width, height, scheme, media }: Look): Promise<void> {
  await page.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: width < 500,
  })
  await page.send('Emulation.setEmulatedMedia', {
    media: media ?? '',
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  })
}

/** A picture of what the window shows, as WebP. */
export async function picture(page: Page, file: string): Promise<void> {
  const { data } = await page.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
  })
  writeFileSync(file, Buffer.from(String(data), 'base64'))
}

export async function printed(page: Page): Promise<Buffer> {
  const { data } = await page.send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: false,
  })
  return Buffer.from(String(data), 'base64')
}
