import { foldText } from './fold-text'
import { FoldedText } from './folded-text'

/** A call as it is written, whole; a long one is folded. */
export const CallExpression = ({ text }: { text: string }) =>
  foldText(text).isFolded ? (
    <FoldedText text={text} name="call" className="font-medium" />
  ) : (
    <code className="min-w-0 break-all font-medium">{text}</code>
  )
