/**
 * The icons of the app, each named by what it means to the office: one meaning has one icon wherever it stands, and no
 * icon stands for two meanings. Nothing else imports from lucide-react.
 */
export type { LucideIcon as IconComponent } from 'lucide-react';

// The screens, and whatever else speaks of what they hold.
export {
  House as OverviewIcon,
  ClipboardList as WorkOrderIcon,
  CalendarDays as PlanningIcon,
  Users as CustomerIcon,
  HardHat as EmployeeIcon,
  Package as ArticleIcon,
  ClipboardCheck as FormIcon,
  FolderClock as QueueIcon,
  Plug as IntegrationIcon,
  ScrollText as LogIcon,
  Settings as SettingsIcon,
  Activity as RunIcon,
  LayoutTemplate as TemplateIcon,
} from 'lucide-react';

// How serious a message is, and how something ended.
export {
  Info as InfoIcon,
  TriangleAlert as WarningIcon,
  CircleX as ErrorIcon,
  CircleCheck as SuccessIcon,
} from 'lucide-react';

// The life of a work order: a state has the icon of the action that leads to it.
export {
  CalendarClock as PlannedIcon,
  CalendarPlus as PlanIcon,
  CalendarX as UnplanIcon,
  SquareCheckBig as ReadyIcon,
  LockOpen as ReopenIcon,
  Archive as ArchiveIcon,
  ArchiveRestore as TakeBackIcon,
  PenLine as SignIcon,
} from 'lucide-react';

// What becomes of it in the accounting package; booked is a success, blocked an error.
export {
  Clock as WaitingIcon,
  Send as SendIcon,
  SearchCheck as UnsureIcon,
  MessageCircleQuestionMark as AnswerIcon,
  Ban as DoNotSendIcon,
  Wrench as CorrectIcon,
  RotateCw as RetryIcon,
  FilePlus as FurtherDocumentIcon,
} from 'lucide-react';

// The link with the package.
export {
  RefreshCw as SyncIcon,
  CirclePause as PauseIcon,
  CirclePlay as ResumeIcon,
  Power as DeactivateIcon,
  Unplug as NotLinkedIcon,
  WifiOff as OfflineIcon,
  LogIn as LoginIcon,
  KeyRound as CredentialsIcon,
  ListChecks as CheckIcon,
  Import as AdoptIcon,
} from 'lucide-react';

// Work under way.
export { LoaderCircle as BusyIcon, Hourglass as SavingIcon, CircleStop as StopIcon } from 'lucide-react';

// Making, changing and removing.
export {
  Plus as AddIcon,
  Pencil as EditIcon,
  Trash2 as RemoveIcon,
  Save as SaveIcon,
  CopyPlus as DuplicateIcon,
  BookmarkPlus as KeepAsTemplateIcon,
  FolderInput as PutAwayIcon,
  FolderOutput as UseAgainIcon,
} from 'lucide-react';

// One step back, one step on, and back to how something was before: a version, a backup.
export { Undo2 as UndoIcon, Redo2 as RedoIcon, History as PutBackIcon } from 'lucide-react';

// What comes in and goes out: files, paper, the clipboard.
export {
  Download as SaveFileIcon,
  FileUp as ImportIcon,
  FileSpreadsheet as SpreadsheetIcon,
  Table as CsvIcon,
  FileText as PdfIcon,
  Paperclip as AttachmentIcon,
  Image as PictureIcon,
  Camera as CameraIcon,
  FolderOpen as FolderIcon,
  Printer as PrintIcon,
  Copy as CopyIcon,
  ClipboardPaste as PasteIcon,
} from 'lucide-react';

// Looking and going: within the app, and in another program.
export {
  Eye as ViewIcon,
  SquareArrowRight as OpenIcon,
  ExternalLink as OpenElsewhereIcon,
  ArrowLeft as BackIcon,
  SlidersHorizontal as GoToSettingIcon,
  Search as SearchIcon,
  SearchX as NothingFoundIcon,
} from 'lucide-react';

// Help.
export {
  CircleQuestionMark as HelpIcon,
  BookOpen as GuideIcon,
  LifeBuoy as SupportIcon,
  Keyboard as ShortcutsIcon,
  Footprints as FirstStepsIcon,
  Circle as ToDoIcon,
  Calculator as PracticeBooksIcon,
  BellRing as NotificationIcon,
} from 'lucide-react';

// Parts of controls. Dismiss takes away what it stands in: a dialog, a notice, a filter, a search.
export {
  X as DismissIcon,
  Check as TickedIcon,
  Minus as PartlyTickedIcon,
  ChevronDown as UnfoldIcon,
  ChevronUp as FoldIcon,
  ChevronLeft as PreviousIcon,
  ChevronRight as NextIcon,
  CircleChevronUp as PreviousPageIcon,
  CircleChevronDown as NextPageIcon,
  ZoomIn as ZoomInIcon,
  ZoomOut as ZoomOutIcon,
  MoveHorizontal as FitIcon,
  Calendar as CalendarIcon,
  CalendarRange as ShowDaysIcon,
} from 'lucide-react';

// The order of rows: how a list is sorted, and moving one of them.
export {
  ArrowUp as AscendingIcon,
  ArrowDown as DescendingIcon,
  ArrowDownAZ as SortByNameIcon,
  MoveUp as MoveUpIcon,
  MoveDown as MoveDownIcon,
  MoveLeft as MoveEarlierIcon,
  MoveRight as MoveLaterIcon,
} from 'lucide-react';
