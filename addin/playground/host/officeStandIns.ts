/** What a test can decide of the application around the client. */
export interface ApplicationOptions {
  /** Highest supported version by requirement set; a set that is not named is not supported. */
  requirementSets?: Record<string, string>;
  /** Null: none, as Excel on the web may have it. */
  officeTheme?: Record<string, string> | null;
  platform?: "OfficeOnline" | "PC" | "Mac";
  /** Of the menus and of the documents; English unless said. */
  language?: string;
}

export const SUPPORTED_SETS: Record<string, string> = {
  ExcelApi: "1.17",
  ExcelApiOnline: "1.1",
  ExcelApiUndo: "1.6",
  /** Without it the client ignores `delayForCellEdit`. */
  DelayForCellEdit: "1.1",
  SharedRuntime: "1.2",
  RibbonApi: "1.2",
  DialogApi: "1.2",
};

const LIGHT_THEME = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#000000",
  controlBackgroundColor: "#FFFFFF",
  controlForegroundColor: "#000000",
};

/** The members that office.js's loader adds beside the client library; functions that were asked for are kept for tests. */
export interface OfficeStandIns {
  HostType: { Excel: "Excel" };
  PlatformType: { OfficeOnline: "OfficeOnline"; PC: "PC"; Mac: "Mac" };
  onReady(callback?: (info: { host: string; platform: string }) => void): Promise<{ host: string; platform: string }>;
  context: {
    requirements: { isSetSupported(set: string, version?: string): boolean };
    officeTheme: Record<string, string> | undefined;
    platform: string;
    host: string;
    displayLanguage: string;
    contentLanguage: string;
    diagnostics: { host: string; platform: string; version: string };
  };
  actions: {
    associate(id: string, action: (event: { completed(): void }) => void): void;
    associated: Map<string, unknown>;
  };
  addin: {
    showAsTaskpane(): Promise<void>;
    hide(): Promise<void>;
    setStartupBehavior(behavior: string): Promise<void>;
    getStartupBehavior(): Promise<string>;
    onVisibilityModeChanged(handler: (message: { visibilityMode: string }) => void): Promise<() => Promise<void>>;
  };
}

/** Stand-ins that remember what they were told. */
export function officeStandIns(options: ApplicationOptions = {}): OfficeStandIns {
  const { requirementSets = SUPPORTED_SETS, platform = "OfficeOnline", language = "en-US" } = options;
  const associated = new Map<string, unknown>();
  const handlers = new Set<(message: { visibilityMode: string }) => void>();
  const tell = (visibilityMode: string): Promise<void> => {
    for (const handler of handlers) handler({ visibilityMode });
    return Promise.resolve();
  };
  let startup = "None";
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    onReady(callback) {
      const info = { host: "Excel", platform };
      callback?.(info);
      return Promise.resolve(info);
    },
    context: {
      requirements: { isSetSupported: (set, version = "1.1") => isAtLeast(requirementSets[set], version) },
      officeTheme: options.officeTheme === null ? undefined : (options.officeTheme ?? LIGHT_THEME),
      platform,
      host: "Excel",
      displayLanguage: language,
      contentLanguage: language,
      diagnostics: { host: "Excel", platform, version: "16.0.0.0" },
    },
    actions: { associate: (id, action) => void associated.set(id, action), associated },
    addin: {
      showAsTaskpane: () => tell("Taskpane"),
      hide: () => tell("Hidden"),
      setStartupBehavior(behavior) {
        startup = behavior;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(startup),
      onVisibilityModeChanged(handler) {
        handlers.add(handler);
        return Promise.resolve(() => {
          handlers.delete(handler);
          return Promise.resolve();
        });
      },
    },
  };
}

function isAtLeast(supported: string | undefined, asked: string): boolean {
  if (supported === undefined) return false;
  const [major = 0, minor = 0] = supported.split(".").map(Number);
  const [askedMajor = 0, askedMinor = 0] = String(asked).split(".").map(Number);
  return major !== askedMajor ? major > askedMajor : minor >= askedMinor;
}
