//! What is measured of complaint handling.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What is measured, of complaints and of customers.
    pub struct Indicator;
    /// The indicators every organisation starts with.
    pub enum StandardIndicator {
        /// The share of complaints, which should fall (S03-R25).
        ComplaintRate, COMPLAINT_RATE = "complaint-rate", ["complaint rate", "投诉率", "投訴率"];
        /// The number of complaints (S34-R07, S16-R15).
        ComplaintCount, COMPLAINT_COUNT
            = "complaint-count", ["number of complaints", "投诉数量", "投訴數量"];
        /// How satisfied customers are (S05-R28, S34-R07, S18-R12).
        Satisfaction, SATISFACTION = "satisfaction", ["satisfaction", "满意度", "滿意度"];
        /// How loyal they are (S05-R28).
        Loyalty, LOYALTY = "loyalty", ["loyalty", "忠诚度", "忠誠度"];
        /// The share of customers lost (S05-R28).
        ChurnRate, CHURN_RATE = "churn-rate", ["churn rate", "流失率", "流失率"];
        /// The share of complainants who come again (S26-R02, S26-R03).
        ReturnRate, RETURN_RATE
            = "return-rate", ["customers who come again", "继续光顾比例", "繼續光顧比例"];
        /// The share who go to a competitor (S26-R01).
        SwitchRate, SWITCH_RATE
            = "switch-rate", ["customers who switch", "转向竞争对手比例", "轉向競爭對手比例"];
    }
}
