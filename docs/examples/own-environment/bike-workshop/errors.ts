import type { ErrorCatalogue, ErrorValues, Kit } from '../../../../server/core/own-environments/kit'

/** Every way in which a tool can refuse. The messages are short on purpose: what helps stands in hints.yaml. */
export function errors({ str }: Kit): ErrorCatalogue {
  const text = (values: ErrorValues, field: string): string => str(values[field] ?? null)
  return {
    not_signed_in: {
      summary: 'The tool acts for a mechanic and nobody is signed in.',
      fields: ['action'],
      message: () => 'Not signed in.',
    },
    mechanic_unknown: {
      summary: 'No mechanic of the workshop has this name.',
      fields: ['mechanic', 'mechanics', 'suggestion'],
      message: (values) => `Unknown mechanic: ${text(values, 'mechanic')}`,
    },
    part_unknown: {
      summary: 'The stock has no part of exactly this name.',
      fields: ['part', 'suggestion'],
      message: (values) => `Unknown part: ${text(values, 'part')}`,
    },
    part_out_of_stock: {
      summary: 'A part was to be fitted of which none is left.',
      fields: ['part'],
      message: (values) => `Part not available: ${text(values, 'part')}`,
    },
    order_out_of_range: {
      summary: 'Fewer than one part or more than the limit were to be ordered at once.',
      fields: ['part', 'count', 'limit'],
      message: (values) => `Cannot order ${text(values, 'count')}.`,
    },
    job_unknown: {
      summary: 'The workshop has no job with this id.',
      fields: ['job_id', 'job_ids', 'suggestion'],
      message: (values) => `Job not found: ${text(values, 'job_id')}`,
    },
    job_finished: {
      summary: 'A finished job was to be changed.',
      fields: ['job_id'],
      message: (values) => `Job ${text(values, 'job_id')} is closed.`,
    },
    nothing_fitted: {
      summary: 'A job was to be finished to which no part was fitted.',
      fields: ['job_id'],
      message: (values) => `Job ${text(values, 'job_id')} cannot be finished.`,
    },
  }
}
