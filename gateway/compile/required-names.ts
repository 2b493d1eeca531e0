import { print, type ArgumentNode } from 'graphql'
import { ownName } from './own-names.ts'

/** `price(currency: "USD")`. */
export interface RequiredField {
  readonly name: string
  readonly arguments: readonly ArgumentNode[]
}

/** Names for fields with arguments, one for equal ones, such as no client may use. */
export class RequiredNames {
  readonly fields = new Map<string, RequiredField>()
  readonly #byText = new Map<string, string>()

  nameFor(field: RequiredField): string {
    const given = field.arguments.map((each) => print(each)).toSorted()
    const text = `${field.name}(${given.join()})`
    const known = this.#byText.get(text)
    if (known !== undefined) return known
    const name = ownName(this.fields.size + 1, field.name)
    this.#byText.set(text, name)
    this.fields.set(name, field)
    return name
  }

  /** Every name for a field, whatever its arguments. */
  namesOf(fieldName: string): readonly string[] {
    return [...this.fields].flatMap(([name, field]) => (field.name === fieldName ? [name] : []))
  }
}
