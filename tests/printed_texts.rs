//! The texts that the printed procedures use for a word beside its label are read as that word.

use redress::labels::Labels;
use redress::vocab::kind::{CauseGroup, Origin};
use redress::vocab::{Cause, Department, FormField, Subject, Word};

#[track_caller]
fn read<W: Word + PartialEq + core::fmt::Debug>(word: W, texts: &[&str]) {
    for text in texts {
        assert_eq!(Labels::standard().by_label::<W>(text), Some(word), "{text}");
    }
}

#[test]
fn the_headings_of_the_forms_are_fields() {
    read(FormField::DEMAND, &["投訴要求", "投诉要求"]);
    read(FormField::CUSTOMER, &["客户姓名"]);
    read(FormField::TIME, &["抱怨时间"]);
    read(FormField::NARRATIVE, &["抱怨内容"]);
    read(FormField::MODEL, &["型号"]);
    read(FormField::ORDER_TIME, &["订单时间"]);
    read(FormField::DELIVERY_TIME, &["产品交货时间"]);
    read(FormField::PROBLEM_TIME, &["发生时间"]);
    read(FormField::PHENOMENON, &["现象"]);
    read(FormField::CORRECTIVE_MEASURE, &["矫正措施"]);
    read(FormField::PREVENTIVE_MEASURE, &["预防对策"]);
}

#[test]
fn the_groups_of_causes_are_read_as_the_lists_name_them() {
    read(CauseGroup::PRODUCT_QUALITY, &["產品質量投訴", "产品质量问题"]);
    read(CauseGroup::SERVICE, &["服務投訴"]);
    read(CauseGroup::PRICE_CHARGE, &["價格投訴"]);
    read(CauseGroup::INTEGRITY, &["誠信投訴"]);
    read(CauseGroup::ACCIDENT, &["意外事故投訴"]);
    read(CauseGroup::CUSTOMER_SIDE, &["客戶自身的原因"]);
    read(CauseGroup::INTERNAL_MANAGEMENT, &["内部管理问题"]);
    read(CauseGroup::STAFF_CAPABILITY, &["人员素质问题"]);
    read(CauseGroup::EXTERNAL, &["外部环境因素"]);
}

#[test]
fn subjects_causes_origins_and_departments_are_read_as_they_are_printed() {
    read(Subject::SERVICE, &["服务类抱怨"]);
    read(Subject::PRODUCT_QUALITY, &["产品品质类抱怨"]);
    read(Subject::PRODUCT_ENVIRONMENT, &["产品环保类抱怨"]);
    read(Origin::ENDOGENOUS, &["内生性投诉"]);
    read(Origin::EXOGENOUS, &["外生性投诉"]);
    read(Cause::SERVICE_SKILL, &["操作业务不熟练"]);
    read(Cause::INTEGRITY_DEFECT_DENIED, &["不承认自己产品的缺陷"]);
    read(Cause::CUSTOMER_SIDE_IMPROPER_STORAGE, &["货品不当保存"]);
    read(Cause::COMMUNICATION_WRONG_INFORMATION, &["錯誤的資訊"]);
    read(Cause::EXTERNAL_POLICY_CHANGE, &["政策改变"]);
    read(Cause::EXTERNAL_PRICE_FALL, &["房价下跌"]);
    read(Department::SALES, &["销售部门"]);
    read(Department::CUSTOMER_SERVICE, &["客服部门"]);
}
