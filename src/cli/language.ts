/** In which language a command speaks: as told, else as the locale says. */
import { LANGUAGES, type Language, languageOf } from '../../schemas/findings.js'
import { UsageError } from '../batch/failure.js'

/** @throws UsageError for a language that we have no words in */
export function chosenLanguage(
  told: string | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv = process.env,
): Language {
  // The first that is set counts, as for any program of the system: setlocale(3).
  if (told === undefined) return languageOf([LC_ALL, LC_MESSAGES, LANG].find(Boolean))
  const language = LANGUAGES.find((each) => each === told)
  if (language === undefined)
    throw new UsageError(`--lang ${told}: choose ${LANGUAGES.join(' or ')}`)
  return language
}
