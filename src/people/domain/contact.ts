import { z } from 'zod'
import { freeText, Language, lineText } from '#kernel'

export const CHANNELS = ['phone', 'sms', 'whatsapp', 'email', 'letter', 'visit'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** A Dutch postcode in any spacing; kept as `1234 AB`. */
export const Postcode = z
  .string()
  .refine(text => /^\s*[1-9]\d{3}\s*[A-Za-z]{2}\s*$/.test(text), { error: 'postcode' })
  .transform(text => text.replace(/\s/g, '').toUpperCase())
  .transform(text => `${text.slice(0, 4)} ${text.slice(4)}`)

/** Kept as typed: people know a number by its spaces. */
export const Phone = lineText(30).refine(text => /^[+(]?[\d\s\-()]{6,}$/.test(text), { error: 'phone' })

const Email = z.string().trim().max(200).pipe(z.email())

/** How somebody can be reached, and what to know before trying. */
export const ContactData = z.object({
  phone: Phone.optional(),
  email: Email.optional(),
  address: lineText(200).optional(),
  postcode: Postcode.optional(),
  place: lineText(80).optional(),
  language: Language.default('nl'),
  interpreter: z.boolean().default(false),
  channels: z.array(Channel).max(CHANNELS.length).default([]),
  preferences: freeText(1000).optional(),
})
export type ContactData = z.infer<typeof ContactData>

export const Contact = ContactData.extend({ version: z.int().positive() })
export type Contact = z.infer<typeof Contact>

/** What is known stays; what was empty is filled with what was said now. */
export const completeContact = (known: ContactData, said: ContactData): ContactData => ({
  phone: known.phone ?? said.phone,
  email: known.email ?? said.email,
  address: known.address ?? said.address,
  postcode: known.postcode ?? said.postcode,
  place: known.place ?? said.place,
  preferences: known.preferences || said.preferences,
  language: known.language === 'nl' ? said.language : known.language,
  interpreter: known.interpreter || said.interpreter,
  channels: known.channels.length > 0 ? known.channels : said.channels,
})
