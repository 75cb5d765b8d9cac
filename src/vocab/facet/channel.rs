//! The way a complaint came in.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The way a complaint came in.
    pub struct Channel;
    /// The channels every organisation starts with.
    pub enum StandardChannel {
        /// Phone (S06-R01, S18-R23, S08-R10, S32-R05).
        Phone, PHONE = "phone", ["phone", "电话", "電話"];
        /// Service hotline (S10-R04, S30-R01).
        Hotline, HOTLINE = "hotline", ["service hotline", "服务热线", "服務熱線"];
        /// E-mail (S06-R01, S30-R01).
        Email, EMAIL = "email", ["e-mail", "电子邮件", "電子郵件"];
        /// Social media (S06-R01).
        SocialMedia, SOCIAL_MEDIA = "social-media", ["social media", "社交媒体", "社交媒體"];
        /// Online form (S06-R01).
        OnlineForm, ONLINE_FORM = "online-form", ["online form", "在线表单", "在線表單"];
        /// Online complaint platform (S30-R01, S32-R05).
        OnlinePlatform, ONLINE_PLATFORM
            = "online-platform", ["online complaint platform", "在线投诉平台", "在線投訴平台"];
        /// Online customer service (S25-R06).
        OnlineService, ONLINE_SERVICE = "online-service", ["online customer service", "在线客服", "在線客服"];
        /// Letter (S16-R13).
        Letter, LETTER = "letter", ["letter", "信函", "信函"];
        /// Fax (S16-R13, S18-R23).
        Fax, FAX = "fax", ["fax", "传真", "傳真"];
        /// Post (S16-R13).
        Post, POST = "post", ["post", "邮寄", "郵寄"];
        /// Visit (S16-R13).
        Visit, VISIT = "visit", ["visit", "拜访", "拜訪"];
        /// Carried by staff (S16-R13).
        Carried, CARRIED = "carried", ["carried by staff", "人员携带", "人員攜帶"];
        /// Front desk or waiter (S11-R01).
        FrontDesk, FRONT_DESK = "front-desk", ["front desk or waiter", "前台", "前台"];
        /// Returned goods without message (S15-R17).
        ReturnedGoods, RETURNED_GOODS
            = "returned-goods", ["returned goods without message", "退货品", "退貨品"];
    }
}
