//! The words of the facet `channel`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The way in which a complaint came in.
    ///
    /// A channel is not the form of the complaint: whether it was written or spoken is its
    /// [`Medium`](crate::vocab::kind::Medium).
    ///
    /// ```
    /// use redress::vocab::{Channel, Locale};
    /// use redress::vocab::standard::StandardChannel;
    ///
    /// let channel: Channel = "front-desk".parse()?;
    /// match channel.standard() {
    ///     Some(StandardChannel::Phone | StandardChannel::Hotline) => println!("by phone"),
    ///     Some(other) => assert_eq!(other.label(Locale::ZhHans), "前台"),
    ///     None => println!("an own channel"),
    /// }
    /// # Ok::<(), redress::vocab::error::CodeError>(())
    /// ```
    pub struct Channel;
    /// The channels every organisation starts with.
    pub enum StandardChannel {
        /// A call to any number of the organisation. Calls to the service number are
        /// [`HOTLINE`](crate::vocab::Channel::HOTLINE).
        Phone, PHONE = "phone", ["phone", "电话", "電話"];
        /// A call to the number for complaints and service.
        Hotline, HOTLINE = "hotline", ["service hotline", "服务热线", "服務熱線"];
        /// An e-mail.
        Email, EMAIL = "email", ["e-mail", "电子邮件", "電子郵件"];
        /// A message or a post on a social network.
        SocialMedia, SOCIAL_MEDIA = "social-media", ["social media", "社交媒体", "社群媒體"];
        /// A form on the organisation's own website.
        OnlineForm, ONLINE_FORM = "online-form", ["online form", "在线表单", "線上表單"];
        /// A complaint platform on the internet, often run by somebody else.
        OnlinePlatform, ONLINE_PLATFORM
            = "online-platform", ["online complaint platform", "在线投诉平台", "線上投訴平台"];
        /// A chat with customer service on the website or in the app.
        OnlineService, ONLINE_SERVICE = "online-service", ["online customer service", "在线客服", "線上客服"];
        /// A letter. Goods that come by post are [`POST`](crate::vocab::Channel::POST).
        Letter, LETTER = "letter", ["letter", "信函", "信函"];
        /// A fax.
        Fax, FAX = "fax", ["fax", "传真", "傳真"];
        /// Something sent by post, such as a sample.
        Post, POST = "post", ["post", "邮寄", "郵寄"];
        /// The complainant came, or was visited.
        Visit, VISIT = "visit", ["visit", "拜访", "拜訪"];
        /// A member of staff brought it along, from a customer they met.
        Carried, CARRIED = "carried", ["carried by staff", "人员携带", "人員攜帶"];
        /// Spoken at the front desk or to a waiter.
        FrontDesk, FRONT_DESK = "front-desk", ["front desk or waiter", "前台", "前台"];
        /// Goods came back without any message. The return itself is the complaint.
        ReturnedGoods, RETURNED_GOODS
            = "returned-goods", ["returned goods without message", "退货品", "退貨品"];
    }
}
