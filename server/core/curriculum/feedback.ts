export const feedbackNames = ['standard', 'augmented'] as const
export type Feedback = (typeof feedbackNames)[number]
