/// What every model may use without declaring it: the predeclared property sets and the package
/// of base types, as far as they are known here. A property that is in none of them, nor in the
/// model, is unknown.
enum PredeclaredText {
  static let propertySets = """
    property set AADL_Project is
      Time_Units: type units (ps, ns => ps * 1000, us => ns * 1000, ms => us * 1000,
        sec => ms * 1000, min => sec * 60, hr => min * 60);
      Size_Units: type units (bits, Bytes => bits * 8, KByte => Bytes * 1000,
        MByte => KByte * 1000, GByte => MByte * 1000, TByte => GByte * 1000);
      Data_Rate_Units: type units (bitsps, Bytesps => bitsps * 8, KBytesps => Bytesps * 1000,
        MBytesps => KBytesps * 1000, GBytesps => MBytesps * 1000);
      -- A project may have others: values of these types are not checked.
      Supported_Scheduling_Protocols: type enumeration (RMS, EDF, DMS, FIFO, RoundRobin);
      Supported_Source_Languages: type enumeration (Ada, C, Swift);
      Supported_Classifier_Substitutions: type enumeration (Classifier_Match, Type_Extension);
    end AADL_Project;

    property set Timing_Properties is
      Time: type aadlinteger units AADL_Project::Time_Units;
      Time_Slot: list of aadlinteger applies to (all);
      Time_Range: type range of Time;
      Period: inherit Time applies to (all);
      Deadline: inherit Time applies to (all);
      First_Dispatch_Time: inherit Time applies to (all);
      Dispatch_Jitter: inherit Time applies to (all);
      Dispatch_Offset: inherit Time applies to (all);
      Compute_Execution_Time: Time_Range applies to (all);
      Compute_Deadline: Time applies to (all);
      Client_Subprogram_Execution_Time: Time_Range applies to (all);
      Initialize_Execution_Time: Time_Range applies to (all);
      Activate_Execution_Time: Time_Range applies to (all);
      Recover_Execution_Time: Time_Range applies to (all);
      Execution_Time: Time applies to (all);
      Frame_Period: Time applies to (all);
      Slot_Time: Time applies to (all);
      Process_Swap_Execution_Time: Time_Range applies to (all);
      Thread_Swap_Execution_Time: Time_Range applies to (all);
      Clock_Jitter: Time applies to (all);
      Clock_Period: Time applies to (all);
      Clock_Period_Range: Time_Range applies to (all);
      Scaling_Factor: inherit aadlreal applies to (all);
    end Timing_Properties;

    property set Communication_Properties is
      Latency: inherit Timing_Properties::Time_Range applies to (all);
      Queue_Size: aadlinteger applies to (all);
      Queue_Processing_Protocol: inherit enumeration (FIFO, LIFO) applies to (all);
      Overflow_Handling_Protocol: enumeration (DropOldest, DropNewest, Error) applies to (all);
      Fan_Out_Policy: enumeration (Broadcast, RoundRobin, Selective, OnDemand) applies to (all);
      Timing: enumeration (sampled, immediate, delayed) applies to (all);
      Transmission_Type: enumeration (push, pull) applies to (all);
      Transmission_Time: record (Fixed: Timing_Properties::Time_Range;
        PerByte: Timing_Properties::Time_Range;) applies to (all);
      Input_Rate: record (Value_Range: range of aadlreal; Rate_Unit: enumeration (PerSecond,
        PerDispatch); Rate_Distribution: enumeration (Fixed, Random);) applies to (all);
      Output_Rate: record (Value_Range: range of aadlreal; Rate_Unit: enumeration (PerSecond,
        PerDispatch); Rate_Distribution: enumeration (Fixed, Random);) applies to (all);
      Dequeue_Protocol: enumeration (OneItem, MultipleItems, AllItems) applies to (all);
      Required_Connection: aadlboolean applies to (all);
      Connection_Pattern: list of list of aadlstring applies to (all);
    end Communication_Properties;

    property set Thread_Properties is
      Dispatch_Protocol: enumeration (Periodic, Sporadic, Aperiodic, Timed, Hybrid, Background,
        Interrupt) applies to (all);
      Dispatch_Trigger: list of reference applies to (all);
      Dispatch_Able: aadlboolean applies to (all);
      Priority: inherit aadlinteger applies to (all);
      POSIX_Scheduling_Policy: inherit enumeration (SCHED_FIFO, SCHED_RR, SCHED_OTHERS)
        applies to (all);
      Criticality: aadlinteger applies to (all);
      Urgency: aadlinteger applies to (all);
      Concurrency_Control_Protocol: enumeration (None, Immediate_Priority_Ceiling_Protocol,
        Priority_Inheritance, Priority_Ceiling) applies to (all);
    end Thread_Properties;

    property set Memory_Properties is
      Size: type aadlinteger units AADL_Project::Size_Units;
      Data_Size: Size applies to (all);
      Code_Size: Size applies to (all);
      Stack_Size: Size applies to (all);
      Heap_Size: Size applies to (all);
      Source_Data_Size: Size applies to (all);
      Source_Code_Size: Size applies to (all);
      Source_Stack_Size: Size applies to (all);
      Source_Heap_Size: Size applies to (all);
      Memory_Size: Size applies to (all);
      Byte_Count: aadlinteger applies to (all);
      Word_Size: Size applies to (all);
      Word_Space: aadlinteger applies to (all);
      Base_Address: aadlinteger applies to (all);
      Memory_Protocol: enumeration (execute_only, read_only, write_only, read_write)
        applies to (all);
      Access_Right: enumeration (read_only, write_only, read_write, by_method) applies to (all);
    end Memory_Properties;

    property set Deployment_Properties is
      Actual_Processor_Binding: inherit list of reference applies to (all);
      Allowed_Processor_Binding: inherit list of reference applies to (all);
      Actual_Memory_Binding: inherit list of reference applies to (all);
      Actual_Connection_Binding: inherit list of reference applies to (all);
      Actual_Function_Binding: inherit list of reference applies to (all);
      Scheduling_Protocol: inherit list of AADL_Project::Supported_Scheduling_Protocols
        applies to (all);
      Preemptive_Scheduler: aadlboolean applies to (all);
      Priority_Range: range of aadlinteger applies to (all);
      Provided_Virtual_Bus_Class: inherit list of classifier applies to (all);
      Runtime_Protection: inherit aadlboolean applies to (all);
    end Deployment_Properties;

    property set Programming_Properties is
      Source_Text: inherit list of aadlstring applies to (all);
      Source_Name: aadlstring applies to (all);
      Source_Language: inherit list of AADL_Project::Supported_Source_Languages
        applies to (all);
      Compute_Entrypoint: classifier applies to (all);
      Compute_Entrypoint_Call_Sequence: reference applies to (all);
      Compute_Entrypoint_Source_Text: aadlstring applies to (all);
      Initialize_Entrypoint: classifier applies to (all);
      Initialize_Entrypoint_Call_Sequence: reference applies to (all);
      Initialize_Entrypoint_Source_Text: aadlstring applies to (all);
      Recover_Entrypoint_Source_Text: aadlstring applies to (all);
      Device_Driver: classifier applies to (all);
      Type_Source_Name: aadlstring applies to (all);
    end Programming_Properties;

    property set Modeling_Properties is
      Acceptable_Array_Size: list of aadlinteger applies to (all);
      Prototype_Substitution_Rule: enumeration (Classifier_Match, Type_Extension,
        Signature_Match) applies to (all);
      Classifier_Matching_Rule: inherit enumeration (Classifier_Match, Equivalence, Subset,
        Conversion, Complement) applies to (all);
      Classifier_Substitution_Rule: inherit AADL_Project::Supported_Classifier_Substitutions
        applies to (all);
      Implemented_As: classifier applies to (all);
    end Modeling_Properties;

    property set Data_Model is
      Data_Representation: enumeration (Array, Boolean, Character, Enum, Float, Fixed, Integer,
        String, Struct, Union) applies to (all);
      Base_Type: list of classifier applies to (all);
      Dimension: list of aadlinteger applies to (all);
      Element_Names: list of aadlstring applies to (all);
      Enumerators: list of aadlstring applies to (all);
      Representation: list of aadlstring applies to (all);
      Number_Representation: enumeration (Signed, Unsigned) applies to (all);
      IEEE754_Precision: enumeration (Simple, Double) applies to (all);
      Integer_Range: range of aadlinteger applies to (all);
      Real_Range: range of aadlreal applies to (all);
      Initial_Value: list of aadlstring applies to (all);
      Measurement_Unit: aadlstring applies to (all);
      Code_Set: aadlinteger applies to (all);
      Data_Digits: aadlinteger applies to (all);
      Data_Scale: aadlreal applies to (all);
    end Data_Model;
    """

  static let baseTypes = """
    package Base_Types
    public
      data Boolean
        properties
          Data_Model::Data_Representation => Boolean;
      end Boolean;
      data Integer
        properties
          Data_Model::Data_Representation => Integer;
      end Integer;
    \(integers)
      data Natural extends Integer
        properties
          Data_Model::Number_Representation => Unsigned;
      end Natural;
      data Float
        properties
          Data_Model::Data_Representation => Float;
      end Float;
      data Float_32 extends Float
        properties
          Data_Model::IEEE754_Precision => Simple;
          Data_Size => 4 Bytes;
      end Float_32;
      data Float_64 extends Float
        properties
          Data_Model::IEEE754_Precision => Double;
          Data_Size => 8 Bytes;
      end Float_64;
      data Character
        properties
          Data_Model::Data_Representation => Character;
      end Character;
      data String
        properties
          Data_Model::Data_Representation => String;
      end String;
    end Base_Types;
    """

  private static let integers = [8, 16, 32, 64].flatMap { bits in
    [("Integer", "Signed"), ("Unsigned", "Unsigned")].map { name, representation in
      """
        data \(name)_\(bits) extends Integer
          properties
            Data_Model::Number_Representation => \(representation);
            Data_Size => \(bits / 8) Bytes;
        end \(name)_\(bits);
      """
    }
  }.joined(separator: "\n")
}
