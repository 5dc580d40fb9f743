/* What the page says, in two languages; and how it writes numbers, times and days. Figures and activities are named as the catalogue has them. */

import { ACTIVITIES, FIGURES, KINDS, LATE } from "./catalogue.js";

const VI = {
  title: "Bức tranh sống của thành phố", deskTitle: "Bàn trực đơn vị", police: "Công an thành phố Hà Nội",
  search: "Tìm đơn vị", searchHint: "Tên hoặc mã, có dấu hay không dấu", noUnit: "Không có đơn vị nào tên như vậy",
  language: "English", languageLabel: "English: switch to English", theme: "Đổi nền sáng, tối", full: "Toàn màn hình", leaveFull: "Thôi toàn màn hình",
  signIn: "Đăng nhập", signOut: "Đăng xuất", signedOut: "Bạn đã đăng xuất.", welcome: "Ai chịu trách nhiệm việc gì, đến hạn khi nào, chậm ở đâu: 126 phường, xã trên một màn hình.",
  signInFailed: "Đăng nhập không thành công; hãy thử lại.", sessionOver: "Phiên đăng nhập đã hết. Hãy đăng nhập lại để xem tiếp.",
  totals: "Toàn thành phố", colourBy: "Chọn chỉ số tô màu", map: "Bản đồ ô các đơn vị", alerts: "Cảnh báo", noAlerts: "Chưa có cảnh báo.", ticker: "Vừa diễn ra", nothingYet: "Chưa có gì mới kể từ khi mở trang.",
  leading: "Nhiều nhất", legend: "Chú giải", legendText: "Màu càng đậm, số càng lớn; số ghi trên từng ô.", overdueSign: "Gạch chéo và viền: có việc quá hạn", freshSign: "Chấm tròn: vừa thay đổi", silentSign: "Mờ, viền đứt: lâu không có tin", others: "Ngoài bản đồ",
  live: "Trực tiếp", connecting: "Đang kết nối", reconnecting: "Mất kết nối, đang nối lại. Số liệu là của lúc {at}.", stale: "Luồng tin im lặng: số liệu có thể đã cũ (từ {at}).", lagging: "Màn hình đang bị chậm so với thực tế, đang đuổi kịp.", resetting: "Đang lấy lại toàn bộ bức tranh.",
  reconnectingShort: "Đang nối lại", staleShort: "Có thể đã cũ", laggingShort: "Đang đuổi kịp",
  dataAge: "Tin gần nhất", never: "chưa có tin", formerly: "Trước đây", partOf: "một phần", latest: "Hoạt động gần nhất", noActivity: "Chưa thấy hoạt động nào từ khi mở trang.", links: "Liên kết", permalink: "Liên kết tới đơn vị này", code: "Mã", since: "từ", close: "Đóng", unitPanel: "Chi tiết đơn vị", profile: "{people} người, {area} km²", lineageGone: "Chưa đọc được lịch sử đơn vị.", toMap: "Ô trên bản đồ",
  overdueShort: "quá hạn", justNow: "vừa xong", minutes: "{n} phút trước", hours: "{n} giờ trước", days: "{n} ngày trước",
  skip: "Đến bản đồ", documents: "Tài liệu giao diện", all126: "{n} đơn vị",
  noDesk: "Tài khoản này không thuộc đơn vị nào và không được xem toàn thành phố.", post: "Chức vụ", actingPost: "Làm việc với chức vụ",
  openWork: "Đang giải quyết", dueSoon: "Sắp đến hạn", overdue: "Quá hạn", toConfirm: "Chờ xác nhận", raised: "Vướng mắc đã nêu, chờ trả lời", none: "Không có.", dueByDay: "hết ngày {day}", dueBefore: "trước {time} ngày {day}", overdueDays: "quá hạn {n} ngày", overdueToday: "quá hạn", noClock: "không có thời hạn đang chạy", more: "và {n} việc nữa", figures: "Số liệu của đơn vị",
  receive: "Tiếp nhận tin báo", raise: "Nêu khó khăn, vướng mắc", occurredOn: "Ngày xảy ra", receivedAt: "Lúc tiếp nhận", category: "Nhóm tội phạm", severity: "Mức độ", unknownYet: "Chưa rõ", channel: "Hình thức", urgent: "Khẩn cấp: dư luận quan tâm, hoặc đối tượng có thể bỏ trốn", summary: "Nội dung", summaryHint: "Không ghi số căn cước, số điện thoại.",
  field: "Lĩnh vực", description: "Mô tả", legalBasis: "Vướng mắc về căn cứ pháp lý (nếu có)", hinders: "Mức cản trở",
  send: "Ghi nhận", sending: "Đang gửi …", accepted: "Đã ghi nhận {number}.", running: "Các thời hạn đang chạy", acceptedObstacle: "Đã ghi nhận {number}. Cơ quan đầu mối sẽ phân loại.", retrying: "Chưa có trả lời, đang gửi lại với cùng khóa.", notSent: "Chưa gửi được. Nội dung còn nguyên; bấm lại sẽ không tạo trùng.", why: "Cách tính", required: "bắt buộc", another: "Ghi tiếp", begins: "Bắt đầu", article: "Căn cứ",
};

const EN = {
  title: "The city, live", deskTitle: "Duty desk", police: "Hà Nội City Police",
  search: "Find a unit", searchHint: "Name or code, with or without accents", noUnit: "No unit of that name",
  language: "Tiếng Việt", languageLabel: "Tiếng Việt: chuyển sang tiếng Việt", theme: "Switch light, dark", full: "Full screen", leaveFull: "Leave full screen",
  signIn: "Sign in", signOut: "Sign out", signedOut: "You have signed out.", welcome: "Who answers for what, when it is due, where it is late: 126 wards and communes on one screen.",
  signInFailed: "Signing in failed; please try again.", sessionOver: "Your session has ended. Sign in again to go on.",
  totals: "The whole city", colourBy: "Choose the figure that colours the tiles", map: "Tile map of the units", alerts: "Alerts", noAlerts: "No alerts yet.", ticker: "What just happened", nothingYet: "Nothing new since this page was opened.",
  leading: "Most", legend: "Legend", legendText: "The stronger the colour, the larger the number, which stands on the tile.", overdueSign: "Stripes and border: something is overdue", freshSign: "Dot: has just changed", silentSign: "Pale, dashed border: not heard of for long", others: "Not on the map",
  live: "Live", connecting: "Connecting", reconnecting: "Connection lost, reconnecting. The figures are of {at}.", stale: "The stream is silent: figures may be out of date (since {at}).", lagging: "This screen is behind and is catching up.", resetting: "Taking the whole picture anew.",
  reconnectingShort: "Reconnecting", staleShort: "May be stale", laggingShort: "Catching up",
  dataAge: "Last heard of", never: "not heard of yet", formerly: "Formerly", partOf: "part", latest: "Latest activity", noActivity: "No activity seen since this page was opened.", links: "Links", permalink: "Link to this unit", code: "Code", since: "since", close: "Close", unitPanel: "Details of a unit", profile: "{people} people, {area} km²", lineageGone: "The unit's history cannot be read now.", toMap: "Its tile on the map",
  overdueShort: "overdue", justNow: "just now", minutes: "{n} min ago", hours: "{n} h ago", days: "{n} d ago",
  skip: "Skip to the map", documents: "API documents", all126: "{n} units",
  noDesk: "This account belongs to no unit and may not see the whole city.", post: "Post", actingPost: "Act from the post",
  openWork: "Open", dueSoon: "Due soon", overdue: "Overdue", toConfirm: "To confirm", raised: "Obstacles raised, waiting for an answer", none: "None.", dueByDay: "by the end of {day}", dueBefore: "before {time}, {day}", overdueDays: "{n} days overdue", overdueToday: "overdue", noClock: "no clock is running", more: "and {n} more", figures: "The unit's figures",
  receive: "Receive a crime report", raise: "Raise an obstacle", occurredOn: "Day of the event", receivedAt: "Received at", category: "Group of crime", severity: "Severity", unknownYet: "Not yet known", channel: "How it came in", urgent: "Urgent: public concern, or a known suspect may flee", summary: "What was reported", summaryHint: "No identity or phone numbers, please.",
  field: "Field of work", description: "What hinders you", legalBasis: "What is unclear in the law (if that is the cause)", hinders: "How much it hinders",
  send: "Record it", sending: "Sending …", accepted: "{number} is recorded.", running: "Clocks that now run", acceptedObstacle: "{number} is recorded. The focal point will triage it.", retrying: "No answer yet; sending again under the same key.", notSent: "It could not be sent. What you wrote is kept; pressing again makes no second one.", why: "How it was computed", required: "required", another: "Record another", begins: "Starts", article: "Article",
};

const ALERTS = {
  "unit-silent": ["lâu không có tin", "has fallen silent"], "first-overdue": ["bắt đầu có việc quá hạn", "has something overdue now"], "message-parked": ["{n} thông điệp chưa áp dụng được", "{n} messages could not be applied"],
  "events-missed": ["mất một đoạn tin, đang lấy lại", "missed some events, which are being told anew"],
};

const WORDS = {
  SO: ["Trật tự xã hội", "Social order"], EC: ["Kinh tế", "Economy"], CO: ["Tham nhũng, chức vụ", "Corruption"], EN: ["Môi trường", "Environment"], HT: ["Công nghệ cao", "High technology"], DR: ["Ma túy", "Drugs"],
  LESS_SERIOUS: ["Ít nghiêm trọng", "Less serious"], SERIOUS: ["Nghiêm trọng", "Serious"], VERY_SERIOUS: ["Rất nghiêm trọng", "Very serious"], ESPECIALLY_SERIOUS: ["Đặc biệt nghiêm trọng", "Especially serious"],
  IN_PERSON: ["Trực tiếp", "In person"], PHONE: ["Điện thoại", "By phone"], DOCUMENT: ["Đơn, công văn", "In writing"], ONLINE: ["Trực tuyến", "Online"], REFERRAL: ["Cơ quan khác chuyển đến", "Referred"],
  RECEIVED: ["Đã tiếp nhận", "Received"], CLASSIFIED: ["Đã phân loại", "Classified"], ASSIGNED: ["Đã phân công", "Assigned"], HANDED_OVER: ["Đã chuyển", "Handed over"], INSTITUTED: ["Đã khởi tố", "Instituted"], NOT_INSTITUTED: ["Không khởi tố", "Not instituted"],
  RAISED: ["Đã nêu", "Raised"], TRIAGED: ["Đã phân loại", "Triaged"], ANSWERED: ["Đã trả lời", "Answered"], CONFIRMED: ["Đã xác nhận", "Confirmed"], RETURNED: ["Trả lại", "Returned"], ESCALATED: ["Đã báo cáo lên", "Escalated"],
  GENERAL: ["Tổng hợp", "General"], SECURITY: ["An ninh", "Security"], CRIME: ["Phòng, chống tội phạm", "Crime"], AREA_POLICE: ["Cảnh sát khu vực", "Area police"], ORDER: ["Trật tự", "Order"],
  RES: ["Cư trú, người nước ngoài", "Residence, foreigners"], TRAFFIC_URBAN: ["Trật tự giao thông, đô thị", "Traffic, city order"], ADMIN_DIGITAL: ["Cải cách hành chính, chuyển đổi số", "Administration, digital"], SERVICE: ["Thái độ phục vụ", "Attitude of service"],
  OPEN: ["Chưa khắc phục", "To be remedied"], REMEDIED: ["Đã khắc phục", "Remedied"], CLOSED: ["Đã xác minh", "Verified"], SCHEDULED: ["Đã xếp lịch", "Scheduled"], CONCLUDED: ["Đã kết luận", "Concluded"],
  LOW: ["Ít", "A little"], MEDIUM: ["Vừa", "Somewhat"], HIGH: ["Nhiều", "A lot"],
  COMMUNE_CHIEF: ["Trưởng Công an", "Chief"], COMMUNE_DEPUTY: ["Phó trưởng Công an", "Deputy chief"], DUTY_OFFICER: ["Trực ban", "Duty officer"], DISTRICT_CHIEF: ["Trưởng Công an", "Chief"], DEPARTMENT_HEAD: ["Trưởng phòng", "Head of department"], DEPUTY_DIRECTOR: ["Phó Giám đốc", "Deputy director"], CITY_DIRECTOR: ["Giám đốc", "Director"],
};

export const FIGURE_NAMES = Object.keys(FIGURES);

export { LATE };

const ZONE = "Asia/Ho_Chi_Minh";
const CHOICE = "haicap.language";
let language = localStorage.getItem(CHOICE) === "en" ? "en" : "vi";
let formats = made();

function made() {
  const locale = language === "en" ? "en-GB" : "vi-VN";
  const of = (options) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  return {
    number: new Intl.NumberFormat(locale),
    clock: of({ hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }),
    day: of({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    moment: of({ day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false }),
    time: of({ hour: "2-digit", minute: "2-digit", hour12: false }),
    short: of({ day: "2-digit", month: "2-digit", year: "numeric" }),
  };
}

export const spoken = () => language;

export function speakOther() {
  language = language === "en" ? "vi" : "en";
  localStorage.setItem(CHOICE, language);
  formats = made();
}

const pick = (pair, fallback) => (pair ? pair[language === "en" ? 1 : 0] : fallback);
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

export const t = (name, values = {}) => filled((language === "en" ? EN : VI)[name] ?? name, values);
export const figureName = (figure) => pick(FIGURES[figure], figure);
export const kindName = (kind) => pick(KINDS[kind], kind);
export const happened = (type) => pick(ACTIVITIES[type], type);
export const alertText = (alert) => filled(pick(ALERTS[alert.type], alert.type), { n: alert.messages ?? 1 });
export const word = (code) => pick(WORDS[code], code);
export const number = (value) => formats.number.format(value);
export const clockTime = (instant) => formats.clock.format(instant);
export const day = (instant) => formats.day.format(instant);
export const moment = (instant) => formats.moment.format(instant);
export const date = (instant) => formats.short.format(instant);

/** By when, as the law says it: what ends at midnight is due by the end of the day before; and how late that is. */
export function due(instant, now) {
  const time = formats.time.format(instant);
  const by = /^(00|24):00$/.test(time) ? t("dueByDay", { day: date(instant - 1) }) : t("dueBefore", { time, day: date(instant) });
  if (instant > now) return by;
  const days = Math.floor((now - instant) / 86_400_000);
  return `${by} · ${days ? t("overdueDays", { n: number(days) }) : t("overdueToday")}`;
}

/** How long ago, in one word or two. */
export function ago(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t("justNow");
  if (minutes < 60) return t("minutes", { n: minutes });
  if (minutes < 48 * 60) return t("hours", { n: Math.floor(minutes / 60) });
  return t("days", { n: Math.floor(minutes / 1440) });
}

/** A text as it is searched: without accents, in small letters. */
export const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
