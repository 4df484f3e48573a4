import type { PartnershipStatus } from '../model/partnership-status.ts'

/** Every format of a status, by its name. What writes it is loaded when it is asked for. */
export const statusFormats = {
  text: async (status: PartnershipStatus, columns: number | undefined) =>
    (await import('../render/status-text.ts')).renderStatusText(status, columns),
  json: async (status: PartnershipStatus) =>
    (await import('../render/status-json.ts')).renderStatusJson(status),
} as const
