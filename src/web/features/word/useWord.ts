import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import type { WordFindingOut, WordReturn } from '../../../api/word.ts'
import { call } from '../../app/call.ts'
import { rereadBook } from '../../app/client.ts'
import { useSpeech } from '../../app/i18n.tsx'
import { contentOf, mostBytes } from '../source/document-file.ts'

export type Overtyped = Extract<WordFindingOut, { kind: 'overtyped' }>
type Shown = { readonly name: string; readonly content: string; readonly preview: WordReturn }
type Choice = { readonly take: 'figure' | 'stated'; readonly source: string }

const kept: Choice = { take: 'figure', source: '' }

/** A file brought back for a report: read, looked through, taken. */
export const useWord = (report: number) => {
  const { m } = useSpeech()
  const [problem, setProblem] = useState<string>()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [remarks, setRemarks] = useState(true)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const read = useMutation({
    mutationFn: async (file: File): Promise<Shown> => {
      const content = await contentOf(file, new AbortController().signal)
      return { name: file.name, content, preview: await call('report.return', { report, name: file.name, content }) }
    },
  })
  const take = useMutation({
    mutationFn: ({ name, content, preview }: Shown) =>
      call('report.take', {
        report,
        name,
        content,
        sections: preview.sections.flatMap(({ section }) => (left.has(section) ? [] : [section])),
        remarks: remarks && preview.remarks.length > 0,
        choices: [...choices].flatMap(([key, choice]) => (choice.take === 'stated' ? [{ key, take: choice.take, source: choice.source.trim() }] : [])),
      }),
    onSuccess: rereadBook,
  })
  return {
    problem,
    read,
    take,
    shown: read.data,
    remarks,
    setRemarks,
    takes: (section: number): boolean => !left.has(section),
    setTakes: (section: number, on: boolean) => setLeft((before) => new Set(on ? [...before].filter((each) => each !== section) : [...before, section])),
    choiceOf: (key: string): Choice => choices.get(key) ?? kept,
    choose: (key: string, choice: Partial<Choice>) => setChoices((before) => new Map(before).set(key, { ...(before.get(key) ?? kept), ...choice })),
    /** Whether a number to be taken as stated still lacks its source. */
    unsourced: [...choices.values()].some((choice) => choice.take === 'stated' && choice.source.trim() === ''),
    open: (file: File | undefined) => {
      if (file === undefined) return
      const wrong = !file.name.toLowerCase().endsWith('.docx') ? m.word.notDocx : file.size > mostBytes ? m.word.tooLarge : undefined
      setProblem(wrong)
      setLeft(new Set())
      setChoices(new Map())
      setRemarks(true)
      take.reset()
      if (wrong === undefined) read.mutate(file)
    },
  }
}

export type WordDesk = ReturnType<typeof useWord>
