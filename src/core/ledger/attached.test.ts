import { expect, test } from 'vitest'
import { attachedOf, attachedText, fileName } from './attached.ts'

test.each([
  ['IMG_1.JPG', 'jpg', 'IMG_1.jpg'],
  ['IMG_1.jpeg', 'jpg', 'IMG_1.jpg'],
  ['a.php', 'jpg', 'a.php.jpg'],
  ['../../etc/passwd', 'png', 'passwd.png'],
  ['C:\\Users\\x\\现场 照片.png', 'png', '现场 照片.png'],
  ['gpj\u202e.exe', 'jpg', 'gpj.exe.jpg'],
  ['a\nb\u0000.pdf', 'pdf', 'ab.pdf'],
  ['...', 'pdf', '文件.pdf'],
  ['', 'docx', '文件.docx'],
  ['名'.repeat(200), 'pdf', `${'名'.repeat(100)}.pdf`],
])('%j of a %s is called %j', (given, ending, called) => expect(fileName(given, ending)).toBe(called))

test('files are one line each, and read back as they were', () => {
  const files = [{ hash: 'a'.repeat(64), name: '现场 1.jpg' }, { hash: 'b'.repeat(64), name: '' }]
  expect(attachedOf(attachedText(files))).toEqual(files)
  expect(attachedText([])).toBeNull()
  expect([attachedOf(null), attachedOf(''), attachedOf(`${'a'.repeat(64)}x`), attachedOf('../etc/passwd')]).toEqual([[], [], [], []])
})
