import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { figureKeys } from './useOpenFigure.ts'
import { Home } from './Home.tsx'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'
import { ScreenFailed } from './ScreenFailed.tsx'
import { parseSearch, pick, searchText } from './search.ts'

/** Every screen and the list state its address carries; the panel behind a number opens over any of them. */
const root = createRootRoute({ component: Root, notFoundComponent: NotFound, validateSearch: pick(...figureKeys) })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: Home,
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: pick('step'),
  component: lazyRouteComponent(() => import('../features/setup/SetupPage.tsx'), 'SetupPage'),
})

const start = createRoute({ getParentRoute: () => root, path: '/start', validateSearch: pick('period'), component: lazyRouteComponent(() => import('../features/start/StartPage.tsx'), 'StartPage') })

const today = createRoute({ getParentRoute: () => root, path: '/today', component: lazyRouteComponent(() => import('../features/today/TodayPage.tsx'), 'TodayPage') })

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: pick('period', 'asOf', 'cutoff'),
  component: lazyRouteComponent(() => import('../features/report/ReportPage.tsx'), 'ReportPage'),
})

const calls = createRoute({ getParentRoute: () => root, path: '/report/calls', component: lazyRouteComponent(() => import('../features/collect/CallListPage.tsx'), 'CallListPage') })

const callBoard = createRoute({ getParentRoute: () => root, path: '/report/calls/$call', component: lazyRouteComponent(() => import('../features/collect/CallBoard.tsx'), 'CallBoard') })

const answer = createRoute({ getParentRoute: () => root, path: '/report/answers/$answer', component: lazyRouteComponent(() => import('../features/collect/AnswerPage.tsx'), 'AnswerPage') })

const word = createRoute({ getParentRoute: () => root, path: '/report/word/$report', component: lazyRouteComponent(() => import('../features/word/WordPage.tsx'), 'WordPage') })
const history = createRoute({
  getParentRoute: () => root,
  path: '/report/history',
  validateSearch: pick('report', 'from', 'to'),
  component: lazyRouteComponent(() => import('../features/history/HistoryPage.tsx'), 'HistoryPage'),
})

const proposals = createRoute({
  getParentRoute: () => root,
  path: '/report/proposals',
  validateSearch: pick('report', 'state', 'page'),
  component: lazyRouteComponent(() => import('../features/proposal/ProposalListPage.tsx'), 'ProposalListPage'),
})

const instructions = createRoute({
  getParentRoute: () => root,
  path: '/instructions',
  validateSearch: pick('report', 'page'),
  component: lazyRouteComponent(() => import('../features/instruction/InstructionListPage.tsx'), 'InstructionListPage'),
})

const edition = createRoute({ getParentRoute: () => root, path: '/editions/$edition', component: lazyRouteComponent(() => import('../features/edition/EditionPage.tsx'), 'EditionPage') })

const brief = createRoute({ getParentRoute: () => root, path: '/report/brief', validateSearch: pick('period'), component: lazyRouteComponent(() => import('../features/brief/BriefPage.tsx'), 'BriefPage') })

const publicCompare = createRoute({ getParentRoute: () => root, path: '/public/$publication/compare/$with', component: lazyRouteComponent(() => import('../features/publication/PublicComparePage.tsx'), 'PublicComparePage') })
const publicPage = createRoute({ getParentRoute: () => root, path: '/public/$publication', component: lazyRouteComponent(() => import('../features/publication/PublicPage.tsx'), 'PublicPage') })

const ledgers = createRoute({
  getParentRoute: () => root,
  path: '/ledgers',
  validateSearch: pick('q'),
  component: lazyRouteComponent(() => import('../features/ledger/LedgerListPage.tsx'), 'LedgerListPage'),
})

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledgers/$ledger',
  validateSearch: pick('q', 'where', 'sort', 'desc', 'by', 'cols', 'freeze', 'size', 'page', 'void', 'entry', 'act', 'asOf', 'compare', 'view'),
  component: lazyRouteComponent(() => import('../features/ledger/LedgerPage.tsx'), 'LedgerPage'),
})

const importing = createRoute({ getParentRoute: () => root, path: '/ledgers/$ledger/import', validateSearch: pick('import'), component: lazyRouteComponent(() => import('../features/import/ImportPage.tsx'), 'ImportPage') })

const duplicates = createRoute({ getParentRoute: () => root, path: '/ledgers/$ledger/duplicates', validateSearch: pick('rule', 'page', 'keep', 'drop'), component: lazyRouteComponent(() => import('../features/linking/DuplicatesPage.tsx'), 'DuplicatesPage') })
const designing = createRoute({ getParentRoute: () => root, path: '/ledgers/new', validateSearch: pick('design'), component: lazyRouteComponent(() => import('../features/design/DesignPage.tsx'), 'DesignPage') })

const ledgerFields = createRoute({ getParentRoute: () => root, path: '/ledgers/$ledger/fields', component: lazyRouteComponent(() => import('../features/design/FieldsPage.tsx'), 'FieldsPage') })

const ledgerMeasures = createRoute({ getParentRoute: () => root, path: '/ledgers/$ledger/measures', component: lazyRouteComponent(() => import('../features/design/MeasuresPage.tsx'), 'MeasuresPage') })

const matters = createRoute({ getParentRoute: () => root, path: '/matters', validateSearch: pick('whose', 'list', 'urgency', 'ledger', 'view', 'page', 'month', 'day'), component: lazyRouteComponent(() => import('../features/matter/MatterListPage.tsx'), 'MatterListPage') })

const matter = createRoute({ getParentRoute: () => root, path: '/matters/$ledger/$entry', component: lazyRouteComponent(() => import('../features/matter/MatterPage.tsx'), 'MatterPage') })

const reportFinding = createRoute({ getParentRoute: () => root, path: '/report-finding', component: lazyRouteComponent(() => import('../features/finding/ReportFindingPage.tsx'), 'ReportFindingPage') })

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  validateSearch: pick('q', 'line', 'period', 'org', 'open'),
  component: lazyRouteComponent(() => import('../features/figure/FigureListPage.tsx'), 'FigureListPage'),
})

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  validateSearch: pick('period', 'org', 'table', 'measures', 'orgs', 'columns'),
  component: lazyRouteComponent(() => import('../features/indicator/IndicatorPage.tsx'), 'IndicatorPage'),
})

const sources = createRoute({ getParentRoute: () => root, path: '/sources', component: lazyRouteComponent(() => import('../features/source/SourceListPage.tsx'), 'SourceListPage') })

const reading = createRoute({ getParentRoute: () => root, path: '/sources/new', component: lazyRouteComponent(() => import('../features/source/ReadingPage.tsx'), 'ReadingPage') })

const source = createRoute({ getParentRoute: () => root, path: '/sources/$source', component: lazyRouteComponent(() => import('../features/source/SourcePage.tsx'), 'SourcePage') })

const forms = createRoute({ getParentRoute: () => root, path: '/forms', component: lazyRouteComponent(() => import('../features/form/FormListPage.tsx'), 'FormListPage') })

const form = createRoute({ getParentRoute: () => root, path: '/forms/$form', validateSearch: pick('view', 'period', 'sheet', 'cell'), component: lazyRouteComponent(() => import('../features/form/FormPage.tsx'), 'FormPage') })

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: pick('part', 'ledger', 'month', 'year'),
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, setup, start, today, report, brief, calls, callBoard, answer, edition, publicPage, publicCompare, ledgers, ledger, importing, figures, sources, reading, source, settings, word, indicators, history, proposals, instructions, forms, form, matters, matter, reportFinding, duplicates, designing, ledgerFields, ledgerMeasures]),
  parseSearch,
  stringifySearch: searchText,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ScreenFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
