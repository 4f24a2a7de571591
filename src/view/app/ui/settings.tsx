/** In which language, and on which ground: as the browser asks, until a person says otherwise. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Language } from '../../../../schemas/findings.js'
import { keep, kept } from './kept.js'
import { WORDS, type Words } from './words.js'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

interface Chosen {
  lang: Language
  words: Words
  theme: Theme
  turnLanguage: () => void
  turnTheme: () => void
}

const Context = createContext<Chosen | null>(null)

/** @throws Error outside of `Settings` */
export function useSettings(): Chosen {
  const chosen = useContext(Context)
  if (!chosen) throw new Error('no settings around this')
  return chosen
}

export function Settings({ children }: { children: () => ComponentChildren }) {
  const [lang, setLang] = useState<Language>(
    () => chosenBefore('lang', ['zh', 'en']) ?? browserLanguage(),
  )
  const [theme, setTheme] = useState<Theme>(() => chosenBefore('theme', THEMES) ?? 'system')
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    keep('lang', lang)
  }, [lang])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    keep('theme', theme)
  }, [theme])
  const chosen: Chosen = {
    ...{ lang, theme, words: WORDS[lang] },
    turnLanguage: () => setLang(lang === 'zh' ? 'en' : 'zh'),
    turnTheme: () => setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]),
  }
  return <Context.Provider value={chosen}>{children()}</Context.Provider>
}

/** The two buttons of every page. */
export function SettingButtons() {
  const { words, theme, turnLanguage, turnTheme } = useSettings()
  return (
    <>
      <button
        type="button"
        onClick={turnLanguage}
        lang={words.other === 'English' ? 'en' : 'zh-CN'}
      >
        {words.other}
      </button>
      <button type="button" onClick={turnTheme}>
        {words.themes[theme]}
      </button>
    </>
  )
}

const browserLanguage = (): Language => (/^zh/i.test(navigator.language) ? 'zh' : 'en')

function chosenBefore<T extends string>(name: string, of: readonly T[]): T | null {
  return of.find((each) => each === kept(name)) ?? null
}
