/** Completion for shells: what may follow `kemu`, told in each shell's own words. */
import type { Command, Option } from 'commander'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** What can be chosen from, by option: of lists, one to begin with. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  '--lang': ['zh', 'en'],
  '--log': ['text', 'json'],
  '--level': ['类', '款', '项'],
  '--scope': ['department', 'unit'],
  '--jobs': ['auto'],
}

interface Told {
  name: string
  words: string
  options: { long: string; short: string | null; words: string; wants: boolean }[]
  /** Of its argument, where it is no file. */
  choices: readonly string[]
}

export function completionOf(program: Command, shell: Shell): string {
  return WRITERS[shell](program.commands.map(told))
}

function told(command: Command): Told {
  const [argument] = command.registeredArguments
  return {
    ...{ name: command.name(), words: command.description() },
    options: command.options.map(({ long, short, description, required }: Option) => ({
      ...{ long: long ?? '', short: short ?? null, words: description, wants: required },
    })),
    choices: argument?.argChoices ?? [],
  }
}

const namesOf = ({ options }: Told) => options.map(({ long }) => long).join(' ')

function bash(commands: readonly Told[]): string {
  const choices = Object.entries(CHOICES).map(
    ([option, words]) =>
      `    ${option}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")); return ;;`,
  )
  const cases = commands.map((each) => {
    const words = each.choices.length > 0 ? ` choices='${each.choices.join(' ')}'` : ''
    return `    ${each.name}) options='${namesOf(each)}'${words} ;;`
  })
  return `# kemu: put this in ~/.bashrc: source <(kemu completion bash)
_kemu() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} options='' choices=''
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} --help --version' -- "$word"))
    return
  fi
  case $before in
${choices.join('\n')}
  esac
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options --help" -- "$word"))
  elif [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$word"))
  fi
}
complete -o default -o filenames -F _kemu kemu
`
}

/** Within single quotes of zsh and fish. */
const quoted = (text: string) => text.replaceAll("'", "'\\''")
/** What `_arguments` of zsh would take for its own. */
const inArguments = (text: string) => quoted(text).replace(/[[\]:\\]/g, '\\$&')

function zsh(commands: readonly Told[]): string {
  const names = commands.map(({ name, words }) => `    '${name}:${inArguments(words)}'`)
  const cases = commands.map((each) => {
    const options = each.options.map(({ long, words, wants }) => {
      const choices = CHOICES[long]
      const value = choices ? `:value:(${choices.join(' ')})` : wants ? ':value:_files' : ''
      return `'${long}[${inArguments(words)}]${value}'`
    })
    const files =
      each.choices.length > 0 ? `'*:what:(${each.choices.join(' ')})'` : "'*:file:_files'"
    return `    ${each.name}) _arguments ${[...options, files].join(' ')} ;;`
  })
  return `#compdef kemu
# kemu: put this in ~/.zshrc, after compinit: source <(kemu completion zsh)
_kemu() {
  local -a commands=(
${names.join('\n')}
  )
  if ((CURRENT == 2)); then _describe command commands; return; fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${cases.join('\n')}
  esac
}
compdef _kemu kemu
`
}

function fish(commands: readonly Told[]): string {
  const lines = commands.flatMap((each) => {
    const within = `complete -c kemu -n '__fish_seen_subcommand_from ${each.name}'`
    return [
      `complete -c kemu -n __fish_use_subcommand -f -a ${each.name} -d '${quoted(each.words)}'`,
      ...each.options.map(({ long, short, words, wants }) => {
        const choices = CHOICES[long] ? ` -x -a '${CHOICES[long].join(' ')}'` : wants ? ' -r' : ''
        const letter = short ? ` -s ${short.slice(1)}` : ''
        return `${within} -l ${long.slice(2)}${letter}${choices} -d '${quoted(words)}'`
      }),
      ...(each.choices.length > 0 ? [`${within} -f -a '${each.choices.join(' ')}'`] : []),
    ]
  })
  return `# kemu: kemu completion fish > ~/.config/fish/completions/kemu.fish\n${lines.join('\n')}\n`
}

const WRITERS: Record<Shell, (commands: readonly Told[]) => string> = { bash, zsh, fish }
