//! The words of the facet `indicator`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A number that says how well complaints are handled, or how customers behave.
    pub struct Indicator;
    /// The indicators every organisation starts with.
    pub enum StandardIndicator {
        /// The number of complaints relative to sales or customers. It should fall.
        ComplaintRate, COMPLAINT_RATE = "complaint-rate", ["complaint rate", "投诉率", "投訴率"];
        /// The number of complaints.
        ComplaintCount, COMPLAINT_COUNT
            = "complaint-count", ["number of complaints", "投诉数量", "投訴數量"];
        /// How satisfied customers are.
        Satisfaction, SATISFACTION = "satisfaction", ["satisfaction", "满意度", "滿意度"];
        /// How loyal customers are.
        Loyalty, LOYALTY = "loyalty", ["loyalty", "忠诚度", "忠誠度"];
        /// The share of customers lost.
        ChurnRate, CHURN_RATE = "churn-rate", ["churn rate", "流失率", "流失率"];
        /// The share of complainants who buy again.
        ReturnRate, RETURN_RATE
            = "return-rate", ["customers who come again", "继续光顾比例", "繼續光顧比例"];
        /// The share of complainants who go to a competitor.
        SwitchRate, SWITCH_RATE
            = "switch-rate", ["customers who switch", "转向竞争对手比例", "轉向競爭對手比例"];
    }
}
