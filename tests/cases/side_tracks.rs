//! What runs beside the course.
